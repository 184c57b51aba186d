namespace Novita.Client.Requests;

/// <summary>The filters of a request for charges.</summary>
/// <param name="Category">The category, in the service's spelling.</param>
/// <param name="Cycle">The billing cycle, which lines of a fixed term ignore.</param>
public sealed record ChargeQuery(string Category, BillingCycle Cycle = BillingCycle.Day)
{
    /// <summary>Whether to read subscriptions and other lines of a fixed term instead of usage.</summary>
    public bool IsFixedTerm { get; init; }

    /// <summary>The name of the product; null for all products.</summary>
    public string? ProductName { get; init; }

    /// <summary>The id of the instance or endpoint; null for all owners.</summary>
    public string? OwnerId { get; init; }
}
