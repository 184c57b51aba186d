using Novita.Simulator.Api;
using Novita.Simulator.Generation;

namespace Novita.Simulator.Areas.Clusters;

/// <summary><c>GET /clusters</c>.</summary>
public sealed class ClusterArea : IArea
{
    private readonly ClusterOptions _options;

    internal ClusterArea(ClusterOptions options) => _options = options;

    /// <summary>The clusters; they begin with those of the made-up fleet, of which the last supports neither storage nor networks.</summary>
    public SimulatedRows<SimulatedCluster> Rows { get; } = new(Catalogue.Clusters.Values.Select((cluster, index) => new SimulatedCluster
    {
        Id = cluster.Id,
        Name = cluster.Name ?? "EU-01",
        AvailableGpuType = [.. Catalogue.Products.Values.Where(product => product.Kind == "gpu").Select(product => product.Name).Skip(index)],
        SupportNetworkStorage = index < 3,
        SupportInstanceNetwork = index < 2,
    }));

    void IArea.Map(RouteTable routes) => routes.List("/clusters", _options.List, Rows);
}
