using System.Management.Automation;
using Novita.Client.Errors;
using Novita.Client.Lists;
using Novita.Client.Text;
using Novita.Completion;
using Novita.Errors;
using Novita.Lists;
using Novita.Targets;

namespace Novita.Commands.Base;

/// <summary>
/// A cmdlet that works on resources given by id or as objects from the pipeline. All input is collected before the work begins, so that a
/// list that fails half-way changes nothing.
/// </summary>
/// <typeparam name="T">The type of the resources.</typeparam>
public abstract class TargetCommand<T> : ConnectedCommand
    where T : Resource
{
    private protected const string IdSet = "Id";

    private readonly List<Target<T>> _targets = [];

    /// <summary>
    /// Selects by id. Takes ids, or objects of the Get cmdlet, also from the pipeline. An object uses the session that it was read
    /// through. If an object came through a job or a file and that session does not exist here, the error is <c>NotConnected</c>.
    /// </summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = IdSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public ResourceReference[] Id { get; set; } = [];

    /// <summary>The resources to work on.</summary>
    private protected virtual IReadOnlyList<Target<T>> Targets => _targets;

    private protected sealed override void Process()
    {
        foreach (var reference in Id)
        {
            var targets = Resolve<T>(reference);
            if (targets.Count > 1)
            {
                var error = Limits.Invalid("Several sessions were named, but an id belongs to one. Name that one with -Session.");
                error.Subject = new Subject(Noun<T>.Singular, reference.Id);
                WriteError(error.ToErrorRecord(reference.Id));
                continue;
            }

            _targets.AddRange(targets);
        }
    }

    private protected sealed override void End() => Execute(Targets.Distinct().ToList());

    /// <summary>Runs once, after all input.</summary>
    /// <param name="targets">The resources, each once, in the order of the input.</param>
    private protected abstract void Execute(IReadOnlyList<Target<T>> targets);

    /// <summary>
    /// Finds resources by exact name. Writes an error for a name that does not exist, and for a name that several resources have unless
    /// <paramref name="allowMultiple"/> is true.
    /// </summary>
    /// <param name="list">The list to search.</param>
    /// <param name="names">Whole names, ignoring case.</param>
    /// <param name="allowMultiple">Whether to return all resources that have the same name.</param>
    private protected List<Target<T>> FindByName(ListRequest<T> list, string[] names, bool allowMultiple)
    {
        var found = ReadNamed(list, names).ToLookup(target => target.Resource!.Label, StringComparer.OrdinalIgnoreCase);
        var chosen = new List<Target<T>>();
        foreach (var name in names)
        {
            var matches = found[name].ToList();
            if (matches.Count == 1 || (matches.Count > 1 && allowMultiple))
            {
                chosen.AddRange(matches);
            }
            else
            {
                WriteError((matches.Count == 0 ? NotNamed(name) : Ambiguous(name, matches)).ToErrorRecord(name));
            }
        }

        return chosen;
    }

    /// <summary>Reads the resources that have one of these names.</summary>
    /// <exception cref="NovitaException">The list could not be confirmed, so that it may lack one of the resources.</exception>
    private IEnumerable<Target<T>> ReadNamed(ListRequest<T> list, string[] names)
    {
        var sessions = ResolveSessions();
        var named = list.Where(TextFilter.Search(names, exact: true)[0], row => row.Label);
        var reading = Await(() => SessionListing<T>.ReadAllAsync(sessions, [named], Call));
        return reading.IsComplete
            ? from row in reading.Rows
              where row.CurrentState != InstanceStatus.Removed
              select new Target<T>((NovitaSession)row.Session!, row.Id, row)
            : throw reading.Unconfirmed[0];
    }

    private static NovitaException NotNamed(string name)
    {
        var pattern = WildcardPattern.ContainsWildcardCharacters(name)
            ? $" Wildcards are not allowed here: pipe from {NounCmdlets.Get<T>()} -Name."
            : "";
        return new NovitaException(NovitaErrorKind.NotFound, $"No {Noun<T>.Singular} is named '{VisibleText.Quote(name)}'.{pattern}")
        {
            Subject = new Subject(Noun<T>.Singular),
        };
    }

    private static NovitaException Ambiguous(string name, List<Target<T>> matches)
    {
        var ids = string.Join(", ", matches.Take(5).Select(match => VisibleText.Quote(match.Id)));
        return new NovitaException(
            NovitaErrorKind.RequestInvalid,
            $"{matches.Count} {Noun<T>.Plural} are named '{VisibleText.Quote(name)}': {ids}{(matches.Count > 5 ? ", ..." : "")}. "
            + "Give the Id of the right one, or -AllowMultiple for all of them.");
    }
}
