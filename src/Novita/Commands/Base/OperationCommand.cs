using System.Management.Automation;
using Novita.Client;
using Novita.Client.Costs;
using Novita.Client.Operations;
using Novita.Client.Requests;
using Novita.Client.Waiting;
using Novita.Targets;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that starts an operation on instances which takes a while.</summary>
public abstract class OperationCommand : InstanceChangeCommand
{
    /// <summary>Waits until each instance has reached the status that the operation leads to.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>
    /// With <see cref="Wait"/>: how long to wait in all, in seconds. What is not done by then is the error <c>WaitTimedOut</c>.
    /// </summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSec { get; set; } = DefaultTimeoutSec;

    /// <summary>With <see cref="Wait"/>: how often to look, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int IntervalSec { get; set; } = DefaultIntervalSec;

    /// <summary>The operation.</summary>
    private protected abstract InstanceOperation Operation { get; }

    /// <summary>Whether the instances are billed from then on, so that a prompt says what they cost.</summary>
    private protected virtual bool Bills => false;

    private protected override string Describe(Target<Instance> target)
    {
        return Bills ? $"{ActionDescription}, and {DescribeBill(target.Session, FindAsync)}" : ActionDescription;

        Task<Rate?> FindAsync(CallContext call) => PriceList.FindAsync(target.Client, target.Id, target.Resource, call);
    }

    private protected override bool WritesLater => Wait;

    private protected override Task<OperationResult> ChangeAsync(Target<Instance> target) =>
        target.Client.ActAsync(Operation, target.Id, Call);

    private protected override void AfterChanges(IReadOnlyList<Target<Instance>> changed)
    {
        if (Wait)
        {
            WaitFor(changed, InstanceGoal.Of(Operation), IntervalSec, TimeoutSec, WritePassThru);
        }
    }
}
