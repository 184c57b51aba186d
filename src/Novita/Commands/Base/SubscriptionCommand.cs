using System.Management.Automation;
using Novita.Client.Costs;
using Novita.Client.Operations;
using Novita.Targets;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that buys months of a subscription. It writes each instance, which shows the new end.</summary>
public abstract class SubscriptionCommand : InstanceChangeCommand
{
    /// <summary>How many months to buy, from 1 to 12. They are paid at once.</summary>
    [Parameter(Mandatory = true)]
    [ValidateRange(1, SubscriptionOperations.MaxMonths)]
    public int Month { get; set; }

    private protected sealed override bool ChangesProperties => true;

    private protected sealed override bool WritesChanged => true;

    private protected sealed override string Describe(Target<Instance> target)
    {
        var bill = DescribeBill(
            target.Session, call => PriceList.FindSubscriptionAsync(target.Client, target.Id, target.Resource, Month, call), Month);
        return $"{ActionDescription}, and {bill}";
    }
}
