using System.Management.Automation;
using Novita.Client;
using Novita.Client.Costs;
using Novita.Client.Operations;
using Novita.Client.Requests;
using Novita.Client.Waiting;
using Novita.Targets;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that starts an operation on instances. The service completes the operation later.</summary>
public abstract class OperationCommand : InstanceChangeCommand
{
    /// <summary>Waits until each instance has the status that the operation leads to.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>
    /// With <see cref="Wait"/>, limits the whole wait, in seconds. Each instance that is not done by then is the error <c>WaitTimedOut</c>.
    /// </summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSec { get; set; } = DefaultTimeoutSec;

    /// <summary>With <see cref="Wait"/>, sets the time between two looks at the list, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int IntervalSec { get; set; } = DefaultIntervalSec;

    /// <summary>The operation.</summary>
    private protected abstract InstanceOperation Operation { get; }

    /// <summary>Whether the operation starts billing, so that the prompt names the price.</summary>
    private protected virtual bool StartsBilling => false;

    private protected override string Describe(Target<Instance> target)
    {
        return StartsBilling ? $"{ActionDescription}, and {DescribeBill(target.Session, FindAsync)}" : ActionDescription;

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
