namespace Novita.Client.Costs;

/// <summary>Adds up the costs of instances by group. Network storage that several instances mount counts once.</summary>
public sealed class CostTally
{
    // Prices are in 1/100000 USD.
    private const int Decimals = 5;

    private static readonly HashSet<string> s_billed = new(StringComparer.OrdinalIgnoreCase)
    {
        "pulling", InstanceStatus.Running, "toStop", "stopping", "toRestart", "restarting", "toReset", "resetting", "migrating",
    };

    private readonly Dictionary<string, CostEstimate> _groups = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string? Session, string Id)> _storages = [];

    /// <summary>The estimates, one for each group, in the order in which the groups were added.</summary>
    public IEnumerable<CostEstimate> Estimates => _groups.Values.Select(Round);

    /// <summary>Whether an instance is billed, apart from its storage: a subscription always, any other instance while it runs.</summary>
    public static bool IsBilled(Instance instance) =>
        instance.BillingMode == BillingMode.Monthly ? instance.Status != InstanceStatus.Removed : s_billed.Contains(instance.Status);

    /// <summary>Reads prices and returns the estimate for an instance of a product, with or without GPUs.</summary>
    /// <param name="client">The client of the account.</param>
    /// <param name="productId">The product.</param>
    /// <param name="gpus">The number of GPUs, for a product with GPUs.</param>
    /// <param name="mode">The billing mode.</param>
    /// <param name="months">The months that are paid at once; null without a subscription.</param>
    /// <param name="rootfsSize">The size of the root disk in GB; null for a free disk.</param>
    /// <param name="hours">The hours of the total; null for an estimate without a total.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <returns>The estimate; null where the catalog has no such product.</returns>
    /// <exception cref="NovitaException">The catalog could not be read.</exception>
    public static async Task<CostEstimate?> QuoteAsync(
        NovitaClient client, string productId, int gpus, string mode, int? months, int? rootfsSize, decimal? hours, CallContext call)
    {
        var prices = await PriceList.ReadAsync(client, withGpus: true, withoutGpus: false, call).ConfigureAwait(false);
        if (prices.Contains(productId))
        {
            return Quote(productId, gpus, prices.RateOf(productId, gpus, mode, months), rootfsSize, hours);
        }

        prices = await PriceList.ReadAsync(client, withGpus: false, withoutGpus: true, call).ConfigureAwait(false);
        return prices.Contains(productId) ? Quote(productId, 0, prices.RateOfCpu(productId, mode), rootfsSize, hours) : null;
    }

    /// <summary>Returns the estimate for an instance that does not exist yet.</summary>
    /// <param name="group">The group's name.</param>
    /// <param name="gpus">The number of GPUs.</param>
    /// <param name="rate">The rate; null for an unknown rate.</param>
    /// <param name="rootfsSize">The size of the root disk in GB; null for a free disk.</param>
    /// <param name="hours">The hours of the total; null for an estimate without a total.</param>
    public static CostEstimate Quote(string group, int gpus, Rate? rate, int? rootfsSize, decimal? hours)
    {
        var estimate = new CostEstimate { Group = group, StoragePerDay = StorageRates.RootDiskPerDay(rootfsSize) };
        Add(estimate, gpus, rate);
        estimate.Total = rate is null ? null : ((rate.PerMonth / Rate.HoursPerMonth) + (estimate.StoragePerDay / 24)) * hours;
        return Round(estimate);
    }

    /// <summary>Adds an empty group, so that the estimates have the group although it costs nothing.</summary>
    public void Begin(string group) => Of(group);

    /// <summary>Adds an instance. An instance without costs adds no group.</summary>
    /// <param name="group">The instance's group.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="rate">The instance's rate; null for an unknown rate.</param>
    public void Add(string group, Instance instance, Rate? rate)
    {
        if (IsBilled(instance))
        {
            Add(Of(group), instance.GpuNum ?? 0, rate);
        }

        if (StoragePerDay(instance) is var storage and > 0)
        {
            Of(group).StoragePerDay += storage;
        }
    }

    private static void Add(CostEstimate estimate, int gpus, Rate? rate)
    {
        estimate.Instances++;
        estimate.Gpus += gpus;
        if (rate is null)
        {
            estimate.Unpriced++;
            return;
        }

        estimate.PerHour += rate.PerHour;
        estimate.PerDay += rate.PerHour * 24;
        estimate.PerMonth += rate.PerMonth;
    }

    /// <summary>Rounds an amount and drops trailing zeros: 1.40 becomes 1.4, like a price of the catalog.</summary>
    private static decimal Round(decimal amount) => Math.Round(amount, Decimals) / 1.0000000000000000000000000000m;

    private static CostEstimate Round(CostEstimate estimate) => new()
    {
        Group = estimate.Group,
        Instances = estimate.Instances,
        Gpus = estimate.Gpus,
        PerHour = Round(estimate.PerHour),
        PerDay = Round(estimate.PerDay),
        PerMonth = Round(estimate.PerMonth),
        Unpriced = estimate.Unpriced,
        StoragePerDay = Round(estimate.StoragePerDay),
        Total = estimate.Total is { } total ? Round(total) : null,
    };

    private decimal StoragePerDay(Instance instance)
    {
        if (instance.Status == InstanceStatus.Removed)
        {
            return 0;
        }

        var storages = instance.VolumeMounts.ToLookup(volume =>
            volume.IsNetwork || string.Equals(volume.Type, "network", StringComparison.OrdinalIgnoreCase));
        var local = storages[false].Sum(volume => volume.Size ?? 0);
        var network = storages[true]
            .Where(volume => volume.Id is not { Length: > 0 } id || _storages.Add((instance.SessionName, id)))
            .Sum(volume => volume.Size ?? 0);
        return StorageRates.RootDiskPerDay(instance.RootfsSize)
            + (local * StorageRates.LocalPerDay)
            + (network * StorageRates.NetworkPerDay);
    }

    private CostEstimate Of(string group)
    {
        if (!_groups.TryGetValue(group, out var estimate))
        {
            _groups[group] = estimate = new CostEstimate { Group = group };
        }

        return estimate;
    }
}
