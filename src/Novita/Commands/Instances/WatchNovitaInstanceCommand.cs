using System.Management.Automation;
using Novita.Client.Lists;
using Novita.Client.Watching;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;

namespace Novita.Commands;

/// <summary>
/// Writes changes of instances as they are seen: instances that come and go, and every property that the list shows. It runs until it is
/// stopped.
/// </summary>
[Cmdlet(VerbsCommon.Watch, "NovitaInstance")]
[OutputType(typeof(InstanceChange))]
public sealed class WatchNovitaInstanceCommand : WatchCommand<Instance, InstanceChange>
{
    /// <summary>
    /// Names: plain text is the service's own fuzzy search, text with <c>* ? [ ]</c> a wildcard that is decided here, ignoring case. Up
    /// to 255 characters each.
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ResourceNamePatternCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Product names, searched as <see cref="Name"/> is. Up to 255 characters each.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProductNamePatternCompleter))]
    public string[]? ProductName { get; set; }

    /// <summary>Statuses, ignoring case, or wildcards: changes of instances that have one of them, or had it before the change.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 63)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(KnownValueCompleter<InstanceStatus>))]
    public string[]? Status { get; set; }

    /// <summary>Takes each name and product name as the whole of it, ignoring case.</summary>
    [Parameter]
    public SwitchParameter Exact { get; set; }

    /// <summary>Watches every instance. Without filters that is the default; the switch only makes a script say so.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    private protected override IReadOnlyList<ListRequest<Instance>> Requests => InstanceRequests.Create(Name, ProductName, exact: Exact);

    private protected override Watched<Instance, InstanceChange> Watched => WatchedInstances.All;

    private protected override Func<InstanceChange, bool> MakeFilter()
    {
        var isWanted = TextFilter.Test(Status);
        return change => isWanted(change.Instance.Status) || (change.Property == nameof(Instance.Status) && isWanted($"{change.Old}"));
    }
}
