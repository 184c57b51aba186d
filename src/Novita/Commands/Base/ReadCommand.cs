using System.Management.Automation;
using Novita.Completion;
using Novita.Targets;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that lists one noun page by page, or reads resources by their ids.</summary>
/// <typeparam name="T">Their kind.</typeparam>
public abstract class ReadCommand<T> : PagedListCommand<T>
    where T : Resource
{
    private protected const string ListSet = "List";
    private protected const string IdSet = "Id";

    private readonly List<IReadOnlyList<Target<T>>> _wanted = [];

    /// <summary>
    /// Names: plain text is the service's fuzzy search, text with <c>* ? [ ]</c> a wildcard over the whole list, ignoring case. Up to 255
    /// characters each. What several names find is written once.
    /// </summary>
    [Parameter(Position = 0, ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ResourceNamePatternCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Takes each name as the whole of it, ignoring case. A name that nothing has is the error <c>NotFound</c>.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Exact { get; set; }

    /// <summary>
    /// Ids, or objects as the cmdlet writes them, which are read again through the session they were read through; an id is looked for in
    /// every session that <c>-Session</c> names. Several are read at once and written in the order given. One that is not there is the
    /// error <c>NotFound</c>, and the others are still written.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = IdSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ResourceIdCompleter))]
    public ResourceReference[] Id { get; set; } = [];

    private protected sealed override IEnumerable<string> RequiredNames => Exact && Name is not null ? Name : [];

    /// <summary>Reads one resource, on any thread.</summary>
    /// <exception cref="NovitaException">It could not be read.</exception>
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
