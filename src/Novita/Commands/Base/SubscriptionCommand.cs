using System.Management.Automation;
using Novita.Client;
using Novita.Client.Costs;
using Novita.Client.Operations;
using Novita.Targets;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that buys months of a subscription. Each instance is written with its new end.</summary>
public abstract class SubscriptionCommand : InstanceChangeCommand
{
    /// <summary>Sets how many months to buy, from 1 to 12. All months are paid at once.</summary>
    [Parameter(Mandatory = true)]
    [ValidateRange(1, SubscriptionOperations.MaxMonths)]
    public int Month { get; set; }

    private protected sealed override bool ChangesProperties => true;

    private protected sealed override bool WritesChanged => true;

    private protected sealed override string Describe(Target<Instance> target)
    {
        return $"{ActionDescription}, and {DescribeBill(target.Session, FindAsync, Month)}";

        Task<Rate?> FindAsync(CallContext call) =>
            PriceList.FindSubscriptionAsync(target.Client, target.Id, target.Resource, Month, call);
    }
}
