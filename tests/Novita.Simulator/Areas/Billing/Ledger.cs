using System.Collections.Immutable;
using Novita.Simulator.Generation;

namespace Novita.Simulator.Areas.Billing;

/// <summary>Everything that was used and bought: what runs comes from the fleet, so that charges, totals and invoices agree. Safe to change at any time.</summary>
public sealed class Ledger
{
    private readonly Lock _lock = new();
    private readonly List<SimulatedUsage> _usage = [];
    private readonly List<SimulatedPurchase> _purchases = [];
    private readonly Fleet _fleet;
    private readonly TimeProvider _time;

    internal Ledger(Fleet fleet, TimeProvider time)
    {
        _fleet = fleet;
        _time = time;
        fleet.Ran += (instance, from, to) => Add(UsageOf(instance, from, to));
    }

    internal DateTimeOffset Now => DateTimeOffset.FromUnixTimeSeconds(_time.GetUtcNow().ToUnixTimeSeconds());

    public ImmutableArray<SimulatedPurchase> Purchases
    {
        get
        {
            lock (_lock)
            {
                return [.. _purchases];
            }
        }
    }

    /// <summary>Adds usage that is not the fleet's.</summary>
    public void Add(SimulatedUsage usage)
    {
        lock (_lock)
        {
            _usage.Add(usage);
        }
    }

    public void Add(SimulatedPurchase purchase)
    {
        lock (_lock)
        {
            _purchases.Add(purchase);
        }
    }

    /// <summary>What the usage of a time costs in USD, to the last decimal.</summary>
    /// <param name="from">The first second.</param>
    /// <param name="to">The second after the last.</param>
    /// <param name="category">A category; null for all.</param>
    public decimal Total(DateTimeOffset from, DateTimeOffset to, string? category = null) =>
        Usage(category).Sum(usage => usage.AmountIn(from, to, Now));

    internal ImmutableArray<SimulatedUsage> Usage(string? category = null)
    {
        var running =
            from instance in _fleet.Snapshot()
            let since = instance.RunningSince
            where since is not null && instance.BillingMode != "monthly"
            select UsageOf(instance, since.Value, null);

        lock (_lock)
        {
            return [.. _usage.Concat(running).Where(usage => category is null || usage.Category == category)];
        }
    }

    private static SimulatedUsage UsageOf(SimulatedInstance instance, DateTimeOffset from, DateTimeOffset? to) => new(instance.Id, "gpu", from, to)
    {
        ProductName = instance.ProductName,
        ProductId = instance.ProductId,
        Units = Math.Max(instance.GpuNum, 1),
        Price = Catalogue.PriceOf(instance.ProductId) / (instance.BillingMode == "spot" ? 2 : 1),
        BillingMethod = instance.BillingMode == "spot" ? 4 : 1,
    };
}
