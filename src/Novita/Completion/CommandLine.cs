using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using Novita.Sessions;

namespace Novita.Completion;

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

    /// <summary>What the command is about, without <c>Novita</c>: <c>InstanceLog</c> for <c>Get-NovitaInstanceLog</c>.</summary>
    public string Noun => Regex.Match(_command, @"-Novita(\w+)$", RegexOptions.IgnoreCase).Groups[1].Value;

    /// <summary>The state of the resources that the command can act on; null where any will do.</summary>
    private string? WantedState => Regex.Match(_command, @"(\w+)-\w+$").Groups[1].Value.ToLowerInvariant() switch
    {
        "start" => InstanceStatus.Exited,
        "stop" or "restart" => InstanceStatus.Running,
        _ => null,
    };

    /// <summary>Makes the choice one that a parameter with wildcards takes for what it is; with <c>-Exact</c> it does so anyway.</summary>
    public Choice Literal(Choice choice) => LanguagePrimitives.IsTrue(_arguments["Exact"])
        ? choice
        : choice with { Argument = string.Concat(choice.Value.Select(character => character is '*' or '?' or '[' or ']' or '`' ? $"`{character}" : $"{character}")) };

    /// <summary>Returns the known resources of the command's noun: those it can act on first, those that are gone last.</summary>
    public IEnumerable<SeenResource> Resources() =>
        Resources(Noun).OrderBy(resource => resource.State is null ? 1 : resource.State == WantedState ? 0 : resource.State == InstanceStatus.Removed ? 2 : 1);

    /// <summary>Returns the known resources of a noun by name, and starts to read them again. It waits only where none is known yet, and not long.</summary>
    public IEnumerable<SeenResource> Resources(string noun)
    {
        if (SeenNouns.Find(noun) is not { } known)
        {
            return [];
        }

        var sessions = Sessions;
        var readings = sessions.Select(session => (Reading: known.Refresh(session), IsFirst: known.Seen(session).IsEmpty)).ToList();
        Task.WhenAll(readings.Where(reading => reading.IsFirst).Select(reading => reading.Reading)).Wait(s_patience);
        return sessions.SelectMany(session => known.Seen(session).Latest())
            .OrderBy(resource => resource.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(resource => resource.Id, StringComparer.Ordinal);
    }

    /// <summary>Returns what instances have in common by an id, by the name that goes with it.</summary>
    public IEnumerable<Choice> Named(Func<SeenResource, string?> id, Func<SeenResource, string?> name) =>
        from instance in Resources(nameof(Instance))
        where !string.IsNullOrEmpty(id(instance))
        group name(instance) by id(instance) into names
        let known = names.FirstOrDefault(known => !string.IsNullOrEmpty(known))
        orderby known, names.Key
        select new Choice(names.Key, known, known ?? "");

    private static NovitaSession? Find(object? named) =>
        Bare(named) as NovitaSession ?? (named is null ? null : SessionStore.FindMade($"{named}"));

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
