using System.Management.Automation;
using Novita.Abstractions;
using Novita.Client;
using Novita.Completers;
using Novita.Errors;
using Novita.Selection;

namespace Novita.Commands;

/// <summary>Lists GPU and CPU instances, the list checked complete or an error saying that it is not; or gets instances by id, with all there is to know about them.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaInstance", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Instance), ParameterSetName = [ListSet])]
[OutputType(typeof(InstanceDetail), ParameterSetName = [IdSet])]
public sealed class GetNovitaInstanceCommand : ConnectedCommand
{
    private const string ListSet = "List";
    private const string IdSet = "Id";

    private readonly List<IReadOnlyList<InstanceTarget>> _wanted = [];
    private FleetReader? _reader;

    /// <summary>Ids of instances, or instances, which are read again through the session they were read through.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = IdSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(InstanceIdCompleter))]
    public InstanceReference[] Id { get; set; } = [];

    /// <summary>Names: plain text is the service's fuzzy search, text with <c>* ? [ ]</c> a wildcard over the whole list. Up to 255 characters each.</summary>
    [Parameter(Position = 0, ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InstanceNamePatternCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Product names, searched as <see cref="Name"/> is. Up to 255 characters each.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProductNamePatternCompleter))]
    public string[]? ProductName { get; set; }

    /// <summary>Statuses, ignoring case, or wildcards; one that is not documented is sent as it is. Up to 63 characters each.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 63)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(InstanceStatusCompleter))]
    public string[]? Status { get; set; }

    /// <summary>Takes each name and product name as the whole of it, ignoring case. A name that no instance has is an error.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Exact { get; set; }

    /// <summary>Lists every instance. Without it, and without <c>-First</c>, at most 100 are listed, and a warning says so.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter All { get; set; }

    /// <summary>Reads the list until two readings in a row agree: right even while instances come and go, at twice the requests.</summary>
    [Parameter(ParameterSetName = ListSet)]
    public SwitchParameter Verify { get; set; }

    /// <summary>How many instances to ask for at a time; the service may give fewer.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateRange(1, int.MaxValue)]
    public int PageSize { get; set; } = InstanceListing.DefaultPageSize;

    private protected override void Process()
    {
        if (ParameterSetName == ListSet)
        {
            List();
        }
        else
        {
            _wanted.AddRange(Id.Select(Resolve));
        }
    }

    private protected override void End()
    {
        if (ParameterSetName == IdSet)
        {
            WriteDetails();
        }
    }

    private void WriteDetails()
    {
        var range = new OutputRange(PagingParameters, all: true);
        var details = DetailReader.Prepare(_wanted, Call);
        if (PagingParameters.IncludeTotalCount)
        {
            // Some may be missing.
            WriteObject(PagingParameters.NewTotalCount((ulong)details.Count, 0.5));
        }

        while (!range.StopsReading(null) && Await(details.NextAsync) is { } outcome)
        {
            if (outcome.Error is { } error)
            {
                WriteError(error.ToErrorRecord(outcome.Item[0].Id));
            }
            else
            {
                Write(outcome.Result!, range);
            }
        }
    }

    private void List()
    {
        var range = new OutputRange(PagingParameters, All);
        var missing = new HashSet<string>(Exact && Name is not null ? Name : [], StringComparer.OrdinalIgnoreCase);
        _reader = new FleetReader(ResolveSessions(), InstanceSelection.Create(Name, ProductName, Status, Exact), PageSize, Verify, Call);
        if (PagingParameters.IncludeTotalCount)
        {
            var total = Await(_reader.CountAsync);
            WriteObject(PagingParameters.NewTotalCount((ulong)(total ?? 0), total is null ? 0 : 1));
        }

        while (!range.StopsReading(_reader.HasMore) && Await(() => _reader.NextAsync(range.Wanted)) is { } instances)
        {
            Progress.Step(_reader.RowsRead, _reader.RowsTotal, "instances");
            missing.ExceptWith(instances.Select(instance => instance.Name));
            Write(instances, range);
        }

        foreach (var error in _reader.Unconfirmed)
        {
            WriteError(error.ToErrorRecord());
        }

        foreach (var name in range.IsStopped ? [] : missing)
        {
            var others = ProductName is null && Status is null ? "" : " and meets the other filters";
            WriteError(new NovitaException(NovitaErrorKind.NotFound, $"No instance is named '{VisibleText.Of(name)}'{others}.").ToErrorRecord(name));
        }

        if (range.IsCut)
        {
            var found = _reader.Total is { } all ? $"{OutputRange.DefaultLimit} of {all}" : $"The first {OutputRange.DefaultLimit} of more than {OutputRange.DefaultLimit}";
            WriteWarning($"{found} instances were listed. Use -All to list every one, or -First to choose how many.");
        }
    }

    private void Write(IReadOnlyList<Instance> instances, OutputRange range)
    {
        foreach (var instance in instances)
        {
            if (range.Takes())
            {
                WriteObject(instance);
            }
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        _reader?.Dispose();
        base.Dispose(disposing);
    }
}
