using System.Management.Automation;
using Novita.Client.Operations;
using Novita.Client.Requests;
using Novita.Client.Text;
using Novita.Commands.Base;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Turns the automatic renewal of subscriptions on or off.</summary>
[Cmdlet(VerbsCommon.Set, "NovitaSubscription", DefaultParameterSetName = IdSet, SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Instance))]
public sealed class SetNovitaSubscriptionCommand : InstanceChangeCommand
{
    /// <summary>Sets whether the subscription is renewed automatically. Without renewal the instance continues as pay-as-you-go.</summary>
    [Parameter(Mandatory = true)]
    public bool AutoRenew { get; set; }

    /// <summary>Sets for how many months the subscription is renewed each time, 1 to 12.</summary>
    [Parameter]
    [ValidateRange(1, SubscriptionOperations.MaxMonths)]
    public int AutoRenewMonth { get; set; } = 1;

    private protected override string ActionDescription =>
        AutoRenew ? $"Turn the renewal on, by {Quantity.Months(AutoRenewMonth)} each time" : "Turn the renewal off";

    private protected override void Check()
    {
        if (!AutoRenew && MyInvocation.BoundParameters.ContainsKey(nameof(AutoRenewMonth)))
        {
            throw Limits.Invalid("AutoRenewMonth has no effect without renewal. Leave it out, or give -AutoRenew $true.");
        }
    }

    private protected override Task<OperationResult> ChangeAsync(Target<Instance> target) =>
        target.Client.SetAutoRenewAsync(target.Id, AutoRenew, AutoRenewMonth, Call);
}
