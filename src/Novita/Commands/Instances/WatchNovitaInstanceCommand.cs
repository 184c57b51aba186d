using System.Management.Automation;
using Novita.Client.Lists;
using Novita.Client.Watching;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;

namespace Novita.Commands;

/// <summary>Writes changes of instances until it is stopped: new instances, removed instances, and every changed property.</summary>
[Cmdlet(VerbsCommon.Watch, "NovitaInstance")]
[OutputType(typeof(InstanceChange))]
public sealed class WatchNovitaInstanceCommand : WatchCommand<Instance, InstanceChange>
{
    /// <summary>
    /// Filters by name. Plain text is the service's fuzzy search. Text with <c>* ? [ ]</c> is a wildcard, which is compared here, ignoring
    /// case. A name has up to 255 characters.
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ResourceNamePatternCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Filters by product name, in the same way as <see cref="Name"/>. A name has up to 255 characters.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProductNamePatternCompleter))]
    public string[]? ProductName { get; set; }

    /// <summary>
    /// Writes only changes of instances that have one of these statuses, or had it before the change. Wildcards are allowed.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 63)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(KnownValueCompleter<InstanceStatus>))]
    public string[]? Status { get; set; }

    /// <summary>Compares whole names and product names, ignoring case.</summary>
    [Parameter]
    public SwitchParameter Exact { get; set; }

    /// <summary>Watches all instances. This is the default without filters; the switch makes a script easier to read.</summary>
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
