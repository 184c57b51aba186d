namespace Novita.Client.Requests;

/// <summary>Which charges to ask for: one category.</summary>
/// <param name="Category">The category, in the service's spelling.</param>
/// <param name="Cycle">How long the time is that one charge covers; lines of a fixed term have none.</param>
public sealed record ChargeQuery(string Category, BillingCycle Cycle = BillingCycle.Day)
{
    /// <summary>Whether to read subscriptions and other lines of a fixed term in place of usage.</summary>
    public bool IsFixedTerm { get; init; }

    /// <summary>The name of the product; null for all.</summary>
    public string? ProductName { get; init; }

    /// <summary>The id of the instance or endpoint; null for all.</summary>
    public string? OwnerId { get; init; }
}
