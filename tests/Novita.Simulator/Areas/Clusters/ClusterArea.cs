using Novita.Simulator.Api;
using Novita.Simulator.Generation;

namespace Novita.Simulator.Areas.Clusters;

/// <summary><c>GET /clusters</c>.</summary>
public sealed class ClusterArea : IArea
{
    private readonly ClusterOptions _options;

    internal ClusterArea(ClusterOptions options) => _options = options;

    /// <summary>The clusters: at first those of the made-up fleet, the last of which supports neither storage nor networks.</summary>
    public SimulatedRows<SimulatedCluster> Rows { get; } = new(Catalogue.Clusters.Values.Select((cluster, index) => new SimulatedCluster
    {
        Id = cluster.Id,
        Name = cluster.Name ?? "EU-01",
        AvailableGpuType = [.. GpuNames.Skip(index)],
        SupportNetworkStorage = index < 3,
        SupportInstanceNetwork = index < 2,
    }));

    private static IEnumerable<string> GpuNames =>
        from product in Catalogue.Products.Values where product.Kind == "gpu" select product.Name;

    void IArea.Map(RouteTable routes) => routes.List("/clusters", _options.List, Rows);
}
