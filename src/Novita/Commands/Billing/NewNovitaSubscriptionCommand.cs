using System.Management.Automation;
using Novita.Client.Operations;
using Novita.Client.Requests;
using Novita.Client.Text;
using Novita.Commands.Base;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Turns instances on demand into subscriptions, which are paid at once for whole months.</summary>
[Cmdlet(VerbsCommon.New, "NovitaSubscription", DefaultParameterSetName = IdSet, SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Instance))]
public sealed class NewNovitaSubscriptionCommand : SubscriptionCommand
{
    /// <summary>Renews the subscription each time that it is about to end. The service tries to charge it from 3 days before.</summary>
    [Parameter]
    public SwitchParameter AutoRenew { get; set; }

    /// <summary>With <see cref="AutoRenew"/>: how many months to renew it by, from 1 to 12; by default as many as are bought now.</summary>
    [Parameter]
    [ValidateRange(1, SubscriptionOperations.MaxMonths)]
    public int? AutoRenewMonth { get; set; }

    private protected override string ActionDescription => $"Buy a subscription of {Quantity.Months(Month)}";

    private protected override void Check()
    {
        if (AutoRenewMonth is not null && !AutoRenew)
        {
            throw Limits.Invalid("AutoRenewMonth has no effect without AutoRenew. Give AutoRenew too, or leave AutoRenewMonth out.");
        }
    }

    private protected override Task<OperationResult> ChangeAsync(Target<Instance> target) =>
        target.Client.BuySubscriptionAsync(target.Id, Month, AutoRenew ? AutoRenewMonth ?? Month : null, Call);
}
