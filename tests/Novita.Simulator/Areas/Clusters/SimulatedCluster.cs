using System.Collections.Immutable;

namespace Novita.Simulator.Areas.Clusters;

/// <summary>A cluster of the catalog.</summary>
public sealed record SimulatedCluster : SimulatedRow
{
    public required string Id { get; init; }

    public string? Name { get; init; }

    public ImmutableArray<string> AvailableGpuType { get; init; } = [];

    public bool? SupportNetworkStorage { get; init; }

    public bool? SupportInstanceNetwork { get; init; }

    internal override string Key => Id;
}
