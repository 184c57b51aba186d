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
            // The engine does not evaluate expressions such as (Get-NovitaSession lab) here, and any session could be the wrong one.
            if ((_arguments[SessionParameter] ?? (MayNameSession ? "" : DefaultSession)) is not { } named)
            {
                return SessionStore.ExistingCurrent is { } current ? [current] : [];
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
    public Choice Literal(Choice choice) => Has("Exact")
        ? choice
        : choice with
        {
            Argument = string.Concat(choice.Value
            .Select(character => character is '*' or '?' or '[' or ']' or '`' ? $"`{character}" : $"{character}"))
        };

    /// <summary>Returns the known resources of the command's noun: those it can act on first, those that are gone last.</summary>
    public IEnumerable<SeenResource> Resources() =>
        Resources(Noun).OrderBy(resource => resource.State is null ? 1 : resource.State == WantedState ? 0
            : resource.State == InstanceStatus.Removed ? 2 : 1);

    /// <summary>
    /// Returns the known resources of a noun by name, and starts to read them again. It waits only where none is known yet, and not long.
    /// </summary>
    public IEnumerable<SeenResource> Resources(string noun) => Resources([noun]).SelectMany(resources => resources);

    /// <summary>Returns what the catalog has, and what instances show beside it, by name.</summary>
    /// <param name="noun">The noun of the catalog.</param>
    /// <param name="id">Returns the id that an instance shows.</param>
    /// <param name="name">Returns the name that goes with that id.</param>
    public IEnumerable<Choice> Catalog(string noun, Func<SeenResource, string?> id, Func<SeenResource, string?> name)
    {
        var known = Resources([noun, nameof(Instance)]).ToList();
        var listed = known[0].ToLookup(
            resource => resource.Id,
            resource => new Choice(resource.Id, resource.Name, Choice.Join(resource.Name, resource.Note)));
        var shown =
            from instance in known[1]
            where id(instance) is { Length: > 0 } shownId && !listed.Contains(shownId)
            group name(instance) by id(instance) into names
            let first = names.FirstOrDefault(shownName => !string.IsNullOrEmpty(shownName))
            select new Choice(names.Key, first, first ?? "");
        return listed.Select(choices => choices.First()).Concat(shown)
            .OrderBy(choice => choice.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(choice => choice.Value, StringComparer.Ordinal);
    }

    /// <summary>Tells whether a switch was given.</summary>
    public bool Has(string parameter) => LanguagePrimitives.IsTrue(_arguments[parameter]);

    private IEnumerable<IEnumerable<SeenResource>> Resources(IReadOnlyList<string> nouns)
    {
        var sessions = Sessions;
        var known = nouns.Select(SeenNouns.Find).OfType<SeenNoun>().ToList();
        var readings =
            from noun in known
            from session in sessions
            select (Reading: noun.Refresh(session), IsFirst: noun.Seen(session).IsEmpty);
        Task.WhenAll(readings.ToList().Where(reading => reading.IsFirst).Select(reading => reading.Reading)).Wait(s_patience);
        return known.Select(noun => sessions.SelectMany(session => noun.Seen(session).Latest())
            .OrderBy(resource => resource.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(resource => resource.Id, StringComparer.Ordinal));
    }

    private static NovitaSession? Find(object? named) =>
        Bare(named) as NovitaSession ?? (named is null ? null : SessionStore.FindExisting($"{named}"));

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
