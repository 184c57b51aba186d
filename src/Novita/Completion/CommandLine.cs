using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using Novita.Sessions;

namespace Novita.Completion;

/// <summary>The command line whose argument is completed.</summary>
internal sealed class CommandLine
{
    private const string SessionParameter = "Session";

    /// <summary>How long completion waits for the first reading of a list. The whole completion stays below 0.25 seconds.</summary>
    private static readonly TimeSpan s_firstReadTimeout = TimeSpan.FromMilliseconds(200);

    private readonly string _command;
    private readonly CommandAst? _line;
    private readonly IDictionary _arguments;

    public CommandLine(string command, CommandAst? line, IDictionary arguments)
    {
        _command = command;
        _line = line;
        _arguments = arguments;
    }

    /// <summary>The existing sessions that the command would use. Completion creates no session.</summary>
    private IReadOnlyList<NovitaSession> Sessions
    {
        get
        {
            // The engine does not evaluate expressions such as (Get-NovitaSession lab) here. A guess could be the wrong session.
            if ((_arguments[SessionParameter] ?? (MayNameSession ? "" : DefaultSession)) is not { } named)
            {
                return SessionStore.ExistingCurrent is { } current ? [current] : [];
            }

            var all = LanguagePrimitives.GetEnumerable(named)?.Cast<object?>() ?? [named];
            return all.Select(Find).OfType<NovitaSession>().Distinct().ToList();
        }
    }

    /// <summary>Whether the line has a session parameter, or a splatted variable that may hold one.</summary>
    private bool MayNameSession => _line?.CommandElements.Any(element => element switch
    {
        CommandParameterAst parameter => SessionParameter.StartsWith(parameter.ParameterName, StringComparison.OrdinalIgnoreCase),
        VariableExpressionAst variable => variable.Splatted,
        _ => false,
    }) == true;

    /// <summary>The session in <c>$PSDefaultParameterValues</c>; null if there is none.</summary>
    private object? DefaultSession =>
        (BaseObject.Of(ScriptBlock.Create("$PSDefaultParameterValues").InvokeReturnAsIs()) as IDictionary)?
        .Cast<DictionaryEntry>()
        .FirstOrDefault(entry => WildcardPattern.Get($"{entry.Key}", WildcardOptions.IgnoreCase).IsMatch($"{_command}:{SessionParameter}"))
        .Value;

    /// <summary>The noun of the command without <c>Novita</c>, such as <c>InstanceLog</c> for <c>Get-NovitaInstanceLog</c>.</summary>
    public string Noun => Regex.Match(_command, @"-Novita(\w+)$", RegexOptions.IgnoreCase).Groups[1].Value;

    /// <summary>The state that a resource must have for the command; null for any state.</summary>
    private string? WantedState => Regex.Match(_command, @"(\w+)-\w+$").Groups[1].Value.ToLowerInvariant() switch
    {
        "start" => InstanceStatus.Exited,
        "stop" or "restart" => InstanceStatus.Running,
        _ => null,
    };

    /// <summary>Escapes the wildcards of a choice, unless <c>-Exact</c> is on the command line.</summary>
    public Choice Literal(Choice choice) => Has("Exact")
        ? choice
        : choice with { Argument = Regex.Replace(choice.Value, @"[*?[\]`]", "`$0") };

    /// <summary>
    /// Returns the known resources of the command's noun. Resources in the state that the command needs come first, removed ones last.
    /// </summary>
    public IEnumerable<SeenResource> Resources() => Resources(Noun).OrderBy(resource => resource.State switch
    {
        null => 1,
        var state when state == WantedState => 0,
        InstanceStatus.Removed => 2,
        _ => 1,
    });

    /// <summary>
    /// Returns the known resources of a noun by name, and starts to read them again in the background. Waits a short time if no resource is
    /// known yet.
    /// </summary>
    public IEnumerable<SeenResource> Resources(string noun) => Resources([noun]).SelectMany(resources => resources);

    /// <summary>Returns the entries of the catalog, and further ones that only instances show, by name.</summary>
    /// <param name="noun">The noun of the catalog.</param>
    /// <param name="id">Returns the id of an entry that an instance shows.</param>
    /// <param name="name">Returns the name of that entry.</param>
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

    /// <summary>Returns whether a switch was given.</summary>
    public bool Has(string parameter) => LanguagePrimitives.IsTrue(_arguments[parameter]);

    private IEnumerable<IEnumerable<SeenResource>> Resources(IReadOnlyList<string> nouns)
    {
        var sessions = Sessions;
        var known = nouns.Select(SeenNouns.Find).OfType<SeenNoun>().ToList();
        var readings =
            from noun in known
            from session in sessions
            select (Reading: noun.Refresh(session), IsFirst: noun.Seen(session).IsEmpty);
        Task.WhenAll(readings.ToList().Where(reading => reading.IsFirst).Select(reading => reading.Reading)).Wait(s_firstReadTimeout);
        return known.Select(noun => sessions.SelectMany(session => noun.Seen(session).Latest())
            .OrderBy(resource => resource.Name, StringComparer.OrdinalIgnoreCase)
            .ThenBy(resource => resource.Id, StringComparer.Ordinal));
    }

    private static NovitaSession? Find(object? named) =>
        BaseObject.Of(named) as NovitaSession ?? (named is null ? null : SessionStore.FindExisting($"{named}"));
}
