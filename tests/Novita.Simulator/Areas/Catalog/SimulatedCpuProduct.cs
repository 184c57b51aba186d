using System.Text.Json.Serialization;

namespace Novita.Simulator.Areas.Catalog;

/// <summary>A product without GPUs.</summary>
public sealed record SimulatedCpuProduct : SimulatedRow
{
    /// <summary>Such as <c>cpu.8c32g</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Such as <c>CPU 8 vCPU 32GB</c>.</summary>
    public string Name { get; init; } = "CPU 8 vCPU 32GB";

    /// <summary>Cores.</summary>
    public int CpuNum { get; init; } = 8;

    /// <summary>GB.</summary>
    public int MemorySize { get; init; } = 32;

    /// <summary>GB.</summary>
    public int RootfsSize { get; init; } = 60;

    /// <summary>GB.</summary>
    public int LocalVolumeSize { get; init; } = 100;

    /// <summary>Optional.</summary>
    public bool? AvailableDeploy { get; init; } = true;

    /// <summary>1/100000 USD for each hour; null for no offer.</summary>
    [JsonIgnore]
    public long? Price { get; init; } = 9000;

    /// <inheritdoc/>
    internal override string Key => Id;
}
