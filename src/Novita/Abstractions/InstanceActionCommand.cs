using System.Management.Automation;
using Novita.Client.Actions;
using Novita.Client.Waiting;
using Novita.Selection;

namespace Novita.Abstractions;

/// <summary>A cmdlet that begins something with instances which takes a while.</summary>
public abstract class InstanceActionCommand : InstanceChangeCommand
{
    /// <summary>Waits until each instance is done changing.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>With <see cref="Wait"/>: how long to wait in all, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSec { get; set; } = DefaultTimeoutSec;

    /// <summary>With <see cref="Wait"/>: how often to look, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int IntervalSec { get; set; } = DefaultIntervalSec;

    /// <summary>What the cmdlet begins.</summary>
    private protected abstract InstanceAction Action { get; }

    private protected override bool WritesLater => Wait;

    private protected override Task<ActionResult> ChangeAsync(InstanceTarget target) => target.Client.ActAsync(Action, target.Id, Call);

    private protected override void Finish(IReadOnlyList<InstanceTarget> changed)
    {
        if (Wait)
        {
            WaitFor(changed, new WaitGoal([Action.Goal]) { StartsAtGoal = Action.StartsAtGoal }, IntervalSec, TimeoutSec, Pass);
        }
    }
}
