using System.Management.Automation;
using Novita.Client.Operations;
using Novita.Client.Requests;
using Novita.Client.Text;
using Novita.Commands.Base;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Converts instances on demand to subscriptions. Whole months are paid at once.</summary>
[Cmdlet(VerbsCommon.New, "NovitaSubscription", DefaultParameterSetName = IdSet, SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Instance))]
public sealed class NewNovitaSubscriptionCommand : SubscriptionCommand
{
    /// <summary>Renews the subscription automatically. The service charges the renewal from 3 days before the end.</summary>
    [Parameter]
    public SwitchParameter AutoRenew { get; set; }

    /// <summary>
    /// With <see cref="AutoRenew"/>, sets the months of each renewal, 1 to 12. The default is the value of <c>-Month</c>.
    /// </summary>
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
