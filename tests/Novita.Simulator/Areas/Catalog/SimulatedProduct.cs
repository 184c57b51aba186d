using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Novita.Simulator.Areas.Catalog;

/// <summary>A product with GPUs.</summary>
public sealed record SimulatedProduct : SimulatedRow
{
    public required string Id { get; init; }

    public string Name { get; init; } = "RTX 4090 24GB";

    public int CpuPerGpu { get; init; } = 16;

    public int MemoryPerGpu { get; init; } = 62;

    public int DiskPerGpu { get; init; } = 6144;

    public bool? AvailableDeploy { get; init; } = true;

    [JsonPropertyName("minRootFS")]
    public int MinRootFS { get; init; } = 10;

    [JsonPropertyName("maxRootFS")]
    public int MaxRootFS { get; init; } = 6144;

    public int MinLocalStorage { get; init; }

    public int MaxLocalStorage { get; init; } = 2048;

    /// <summary>The names of clusters; empty for all.</summary>
    public ImmutableArray<string> Regions { get; init; } = [];

    /// <summary>1/100000 USD for each GPU and hour; null for no offer.</summary>
    [JsonIgnore]
    public long? Price { get; init; } = 35000;

    /// <summary>1/100000 USD for each GPU and hour; null for no offer.</summary>
    [JsonIgnore]
    public long? SpotPrice { get; init; }

    /// <summary>By the length of the subscription; empty for no subscription.</summary>
    [JsonIgnore]
    public ImmutableArray<SimulatedMonthlyPrice> MonthlyPrice { get; init; } = [];

    /// <summary>The billing methods in whose lists the product is.</summary>
    public ImmutableArray<string> BillingMethods { get; init; } = ["onDemand", "spot", "monthly"];

    /// <summary><c>none</c>, <c>low</c>, <c>normal</c> or <c>high</c>; optional.</summary>
    public string? InventoryState { get; init; } = "normal";

    /// <summary>Not documented, but seen.</summary>
    public bool? CanBuy { get; init; } = true;

    /// <summary>How many GPUs one instance can have; not sent, but the filter by GPUs goes by it.</summary>
    [JsonIgnore]
    public int MaxGpuNum { get; init; } = 8;

    internal override string Key => Id;
}
