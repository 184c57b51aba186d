using System.Management.Automation;
using Novita.Completion;
using Novita.Targets;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that lists one noun page by page, or reads resources by their ids.</summary>
/// <typeparam name="T">The type of the resources.</typeparam>
public abstract class ReadCommand<T> : PagedListCommand<T>
    where T : Resource
{
    private protected const string ListSet = "List";
    private protected const string IdSet = "Id";

    private readonly List<IReadOnlyList<Target<T>>> _wanted = [];

    /// <summary>
    /// Filters by name. Plain text is the service's fuzzy search. Text with <c>* ? [ ]</c> is a wildcard, which is compared with the whole
    /// list, ignoring case. A name has up to 255 characters. What several names find is written once.
    /// </summary>
    [Parameter(Position = 0, ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ResourceNamePatternCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Compares whole names, ignoring case. A name that does not exist is the error <c>NotFound</c>.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Exact { get; set; }

    /// <summary>
    /// Reads by id. Takes ids, or objects of this cmdlet to read again. An object is read through its own session, and an id through every
    /// session that <c>-Session</c> names. Several are read at a time and written in the given order. An id that does not exist is the
    /// error <c>NotFound</c>; the others are still written.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = IdSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public ResourceReference[] Id { get; set; } = [];

    private protected sealed override IEnumerable<string> RequiredNames => Exact && Name is not null ? Name : [];

    /// <summary>Reads one resource. Called on any thread.</summary>
    /// <exception cref="NovitaException">The resource could not be read.</exception>
    private protected abstract Task<T> ReadAsync(Target<T> target);

    private protected sealed override void Process()
    {
        if (ParameterSetName == IdSet)
        {
            _wanted.AddRange(Id.Select(Resolve<T>));
        }
        else
        {
            base.Process();
        }
    }

    private protected sealed override void End()
    {
        if (ParameterSetName == IdSet)
        {
            WriteDetails(_wanted, ReadAsync);
        }
    }
}
