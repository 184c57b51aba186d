using System.Management.Automation;
using Novita.Client.Operations;
using Novita.Client.Requests;
using Novita.Client.Text;
using Novita.Commands.Base;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Extends subscriptions by whole months. The months are paid at once.</summary>
[Cmdlet(VerbsData.Update, "NovitaSubscription", DefaultParameterSetName = IdSet, SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Instance))]
public sealed class UpdateNovitaSubscriptionCommand : SubscriptionCommand
{
    private protected override string ActionDescription => $"Extend the subscription by {Quantity.Months(Month)}";

    private protected override Task<OperationResult> ChangeAsync(Target<Instance> target) =>
        target.Client.ExtendSubscriptionAsync(target.Id, Month, Call);
}
