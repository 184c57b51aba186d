using System.Management.Automation;
using Novita.Client.Billing;
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

    // The seam for the catalog: a quote with the monthly price of the product of target.Resource.
    private protected sealed override string Describe(Target<Instance> target) =>
        $"{ActionDescription}, {new SubscriptionQuote(Month, target.Resource?.GpuNum, MonthlyPrice: null)}";
}
