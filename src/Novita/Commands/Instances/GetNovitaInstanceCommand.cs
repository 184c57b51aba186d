using System.Management.Automation;
using Novita.Client.Lists;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>
/// Lists GPU and CPU instances, or gets instances by id with more details. The list is checked to be complete, or an error says that it
/// is not.
/// </summary>
[Cmdlet(VerbsCommon.Get, "NovitaInstance", DefaultParameterSetName = ListSet, SupportsPaging = true)]
[OutputType(typeof(Instance), ParameterSetName = [ListSet])]
[OutputType(typeof(InstanceDetail), ParameterSetName = [IdSet])]
public sealed class GetNovitaInstanceCommand : ReadCommand<Instance>
{
    /// <summary>Filters by product name, in the same way as <c>-Name</c>. A name has up to 255 characters.</summary>
    [Parameter(ParameterSetName = ListSet)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProductNamePatternCompleter))]
    public string[]? ProductName { get; set; }

    /// <summary>
    /// Filters by status, ignoring case, or by wildcard. An undocumented status is accepted with a warning. The service filters by one
    /// status. Several statuses, or a wildcard, are compared here with one reading of the list, so that an instance whose status changes
    /// meanwhile is not lost. A status has up to 63 characters.
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
