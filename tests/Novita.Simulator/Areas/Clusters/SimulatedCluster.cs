using System.Collections.Immutable;

namespace Novita.Simulator.Areas.Clusters;

/// <summary>A cluster of the catalog.</summary>
public sealed record SimulatedCluster : SimulatedRow
{
    /// <summary>Such as <c>us-ca-6</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Such as <c>US-CA-06</c>; two clusters may share it.</summary>
    public string? Name { get; init; }

    /// <summary>The names of the GPUs.</summary>
    public ImmutableArray<string> AvailableGpuType { get; init; } = [];

    /// <summary>Whether network storage can be mounted.</summary>
    public bool? SupportNetworkStorage { get; init; }

    /// <summary>Whether instances can share a network.</summary>
    public bool? SupportInstanceNetwork { get; init; }

    /// <inheritdoc/>
    internal override string Key => Id;
}
