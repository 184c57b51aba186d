using System.Management.Automation;
using Novita.Client.Watching;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;

namespace Novita.Commands;

/// <summary>Writes what changes in the fleet, as it is seen: instances that come and go, and every property that the list shows. It goes on until it is stopped.</summary>
[Cmdlet(VerbsCommon.Watch, "NovitaInstance")]
[OutputType(typeof(InstanceChange))]
public sealed class WatchNovitaInstanceCommand : ConnectedCommand
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

    /// <summary>Watches every instance. That is so without it too, unless there are filters; it says so to the reader of a script.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <summary>How often to look, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int IntervalSec { get; set; } = 10;

    /// <summary>How long to watch, in seconds; without it, until it is stopped.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? TimeoutSec { get; set; }

    /// <summary>How many changes to write at most.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int? Count { get; set; }

    private protected override void Process()
    {
        var sessions = ResolveSessions();
        var requests = InstanceRequests.Create(Name, ProductName, exact: Exact);
        var watcher = new FleetWatcher(
            () => SessionListing<Instance>.ReadAllAsync(sessions, requests, Call),
            TimeSpan.FromSeconds(IntervalSec),
            TimeoutSec is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
            sessions[0].Client.Clock,
            Call);
        var isWanted = TextFilter.Test(Status);
        var left = Count ?? long.MaxValue;
        while (left > 0 && Await(watcher.NextAsync) is { } changes)
        {
            foreach (var change in changes.Where(change => isWanted(change.Instance.Status) || (change.Property == nameof(Instance.Status) && isWanted($"{change.Old}"))))
            {
                if (left-- > 0)
                {
                    WriteObject(change);
                }
            }

            Progress.Step(watcher.Count, null, "instances watched");
        }
    }
}
