using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Novita.Sessions;

namespace Novita.Completers;

/// <summary>What a command line says about the argument that is completed.</summary>
internal sealed class CommandLine
{
    private const string SessionParameter = "Session";

    /// <summary>How long to wait for a first reading; with what else there is to do it stays below a quarter of a second.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(200);

    private readonly string _command;
    private readonly CommandAst? _line;
    private readonly IDictionary _arguments;

    public CommandLine(string command, CommandAst? line, IDictionary arguments)
    {
        _command = command;
        _line = line;
        _arguments = arguments;
    }

    /// <summary>The sessions that the command would work through, as far as they were made already.</summary>
    private IReadOnlyList<NovitaSession> Sessions
    {
        get
        {
            // The engine keeps what it would have to run, such as (Get-NovitaSession lab), to itself: then any session could be the wrong one.
            if ((_arguments[SessionParameter] ?? (MayNameSession ? "" : DefaultSession)) is not { } named)
            {
                return SessionStore.CurrentMade is { } current ? [current] : [];
            }

            var all = LanguagePrimitives.GetEnumerable(named)?.Cast<object?>() ?? [named];
            return all.Select(Find).OfType<NovitaSession>().Distinct().ToList();
        }
    }

    private bool MayNameSession => _line?.CommandElements.Any(element => element switch
    {
        CommandParameterAst parameter => SessionParameter.StartsWith(parameter.ParameterName, StringComparison.OrdinalIgnoreCase),
        VariableExpressionAst variable => variable.Splatted,
        _ => false,
    }) == true;

    /// <summary>What <c>$PSDefaultParameterValues</c> gives as the session; null for nothing.</summary>
    private object? DefaultSession =>
        (Bare(ScriptBlock.Create("$PSDefaultParameterValues").InvokeReturnAsIs()) as IDictionary)?
        .Cast<DictionaryEntry>()
        .FirstOrDefault(entry => WildcardPattern.Get($"{entry.Key}", WildcardOptions.IgnoreCase).IsMatch($"{_command}:{SessionParameter}"))
        .Value;

    /// <summary>Whether the command is this one, written with its module or without.</summary>
    public bool IsOf(string command) => string.Equals(_command.Substring(_command.LastIndexOf('\\') + 1), command, StringComparison.OrdinalIgnoreCase);

    /// <summary>Makes the choice one that a parameter with wildcards takes for what it is; with <c>-Exact</c> it does so anyway.</summary>
    public Choice Literal(Choice choice) => LanguagePrimitives.IsTrue(_arguments["Exact"])
        ? choice
        : choice with { Argument = string.Concat(choice.Value.Select(character => character is '*' or '?' or '[' or ']' or '`' ? $"`{character}" : $"{character}")) };

    /// <summary>Gives the instances that were seen through the command's sessions, by name, and has them read again meanwhile. It waits only where nothing was seen yet, and not long.</summary>
    public IEnumerable<SeenInstance> Instances()
    {
        var sessions = Sessions;
        var readings = sessions.Select(session => (Reading: session.Refresh.Start(), IsFirst: session.Seen.IsEmpty)).ToList();
        Task.WhenAll(readings.Where(reading => reading.IsFirst).Select(reading => reading.Reading)).Wait(s_patience);
        return sessions.SelectMany(session => session.Seen.Latest())
            .OrderBy(instance => instance.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(instance => instance.Id, StringComparer.Ordinal);
    }

    /// <summary>Gives what instances have in common by an id, by the name that goes with it.</summary>
    public IEnumerable<Choice> Named(Func<SeenInstance, string?> id, Func<SeenInstance, string?> name) =>
        from instance in Instances()
        where !string.IsNullOrEmpty(id(instance))
        group name(instance) by id(instance) into names
        let known = names.FirstOrDefault(known => !string.IsNullOrEmpty(known))
        orderby known, names.Key
        select new Choice(names.Key, known, known ?? "");

    private static NovitaSession? Find(object? named) =>
        Bare(named) as NovitaSession ?? (named is null ? null : SessionStore.FindMade($"{named}"));

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
