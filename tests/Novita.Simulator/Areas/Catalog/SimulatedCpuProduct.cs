using System.Text.Json.Serialization;

namespace Novita.Simulator.Areas.Catalog;

/// <summary>A product without GPUs.</summary>
public sealed record SimulatedCpuProduct : SimulatedRow
{
    public required string Id { get; init; }

    public string Name { get; init; } = "CPU 8 vCPU 32GB";

    public int CpuNum { get; init; } = 8;

    public int MemorySize { get; init; } = 32;

    public int RootfsSize { get; init; } = 60;

    public int LocalVolumeSize { get; init; } = 100;

    public bool? AvailableDeploy { get; init; } = true;

    /// <summary>1/100000 USD for each hour; null for no offer.</summary>
    [JsonIgnore]
    public long? Price { get; init; } = 9000;

    internal override string Key => Id;
}
