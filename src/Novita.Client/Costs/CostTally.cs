namespace Novita.Client.Costs;

/// <summary>Adds up what instances cost, group by group. Network storage that several instances mount is counted once.</summary>
public sealed class CostTally
{
    // The prices' own unit is 1/100000 USD.
    private const int Decimals = 5;

    private static readonly HashSet<string> s_billed = new(StringComparer.OrdinalIgnoreCase)
    {
        "pulling", InstanceStatus.Running, "toStop", "stopping", "toRestart", "restarting", "toReset", "resetting", "migrating",
    };

    private readonly Dictionary<string, CostEstimate> _groups = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<(string? Session, string Id)> _storages = [];

    /// <summary>The estimates, one a group, in the order in which the groups came.</summary>
    public IEnumerable<CostEstimate> Estimates => _groups.Values.Select(Round);

    /// <summary>Whether an instance is billed, beside its storage: a subscription always, another while it runs.</summary>
    public static bool IsBilled(Instance instance) =>
        instance.BillingMode == BillingMode.Monthly ? instance.Status != InstanceStatus.Removed : s_billed.Contains(instance.Status);

    /// <summary>Reads prices and makes the estimate of an instance of a product, with or without GPUs.</summary>
    /// <param name="client">Its account.</param>
    /// <param name="productId">The product.</param>
    /// <param name="gpus">How many GPUs it has, where the product has any.</param>
    /// <param name="mode">Its billing mode.</param>
    /// <param name="months">The months that are paid at once; null for none.</param>
    /// <param name="rootfsSize">The size of its root disk in GB; null for one that costs nothing.</param>
    /// <param name="hours">For how many hours; null for no total.</param>
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

    /// <summary>Makes the estimate of what does not run yet.</summary>
    /// <param name="group">What it is called.</param>
    /// <param name="gpus">How many GPUs it has.</param>
    /// <param name="rate">Its rate; null where it is not known.</param>
    /// <param name="rootfsSize">The size of its root disk in GB; null for one that costs nothing.</param>
    /// <param name="hours">For how many hours; null for no total.</param>
    public static CostEstimate Quote(string group, int gpus, Rate? rate, int? rootfsSize, decimal? hours)
    {
        var estimate = new CostEstimate { Group = group, StoragePerDay = StorageRates.RootDiskPerDay(rootfsSize) };
        Add(estimate, gpus, rate);
        estimate.Total = rate is null ? null : ((rate.PerMonth / Rate.HoursPerMonth) + (estimate.StoragePerDay / 24)) * hours;
        return Round(estimate);
    }

    /// <summary>Makes a group appear even where nothing in it costs anything.</summary>
    public void Begin(string group) => Of(group);

    /// <summary>Adds an instance. One that costs nothing makes no group.</summary>
    /// <param name="group">Its group.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="rate">Its rate; null where it is not known.</param>
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

    /// <summary>Rounds an amount, and takes its zeros at the end away: 1.40 is 1.4, as a price of the catalog is.</summary>
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
