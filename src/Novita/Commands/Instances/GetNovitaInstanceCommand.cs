using System.Management.Automation;
using Novita.Client.Lists;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>
/// Lists GPU and CPU instances, the list checked complete or an error saying that it is not; or gets instances by id, with all there is
/// to know about them.
/// </summary>
[Cmdlet(VerbsCommon.Get, "NovitaInstance", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Instance), ParameterSetName = [ListSet])]
[OutputType(typeof(InstanceDetail), ParameterSetName = [IdSet])]
public sealed class GetNovitaInstanceCommand : ReadCommand<Instance>
{
    /// <summary>Product names, searched as <c>-Name</c> is, whole names with <c>-Exact</c>. Up to 255 characters each.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProductNamePatternCompleter))]
    public string[]? ProductName { get; set; }

    /// <summary>
    /// Statuses, ignoring case, or wildcards; one that is not documented is sent as it is. One status is asked of the service; several,
    /// or a wildcard, are decided here over one reading, so that an instance that moves between two of them is not lost. Up to 63
    /// characters each.
    /// </summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 63)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(KnownValueCompleter<InstanceStatus>))]
    public string[]? Status { get; set; }

    private protected override IEnumerable<ListRequest<Instance>> Requests => InstanceRequests.Create(Name, ProductName, Status, Exact);

    private protected override bool HasOtherFilters => ProductName is not null || Status is not null;

    private protected override async Task<Instance> ReadAsync(Target<Instance> target) =>
        await target.Client.GetInstanceAsync(target.Id, Call).ConfigureAwait(false);
}
