using Novita.Simulator;
using Novita.Simulator.Areas.Clusters;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Catalog;

/// <summary><c>Get-NovitaCluster</c>, and what <c>-Id</c> means in the lists of the catalog.</summary>
public sealed class ClusterTests : ServiceTest
{
    [Theory]
    [InlineData("", "a b c")]
    [InlineData("us-*", "a b")]
    [InlineData("EU-DE-01", "c")]
    [InlineData("-Id c, a", "a c")]
    [InlineData("-Gpu 4090", "a c")]
    [InlineData("-Gpu 'RTX*'", "a")]
    [InlineData("-SupportNetworkStorage", "a b")]
    [InlineData("-SupportInstanceNetwork", "b")]
    [InlineData("us-* -Gpu h100 -SupportNetworkStorage", "b")]
    public async Task Clusters_are_found_by_each_filter_in_one_request(string filters, string ids)
    {
        var service = await StartClustersAsync();

        Assert.Equal(ids.Split(' '), Connect(service).Output($"Get-NovitaCluster {filters}").Select(row => row.Properties["Id"].Value));
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData("Get-NovitaCluster -Id A", "No cluster has the id 'A'.")]
    [InlineData("Get-NovitaProduct -Id P", "No product has the id 'P'.")]
    [InlineData("Get-NovitaProduct -Cpu -Id *", "No cpu product has the id '*'.")]
    [InlineData("Get-NovitaCluster nowhere", "No cluster is named 'nowhere'.")]
    [InlineData("Get-NovitaCluster us-ca-01 -Gpu b200", "No cluster is named 'us-ca-01' and meets the other filters.")]
    public async Task What_is_not_there_is_an_error_and_nothing_else(string script, string message)
    {
        var service = await StartClustersAsync();
        service.Products.Rows.Load(new Simulator.Areas.Catalog.SimulatedProduct { Id = "p", Price = 1 });

        var run = Connect(service).Invoke(script);

        Assert.Empty(run.Output);
        Assert.Equal("NotFound", run.ErrorId);
        Assert.Equal(message, run.Error.Exception.Message);
    }

    private async Task<SimulatedService> StartClustersAsync()
    {
        var service = await StartAsync(0);
        service.Clusters.Rows.Load(
            new SimulatedCluster { Id = "a", Name = "us-ca-01", AvailableGpuType = ["RTX 4090 24GB"], SupportNetworkStorage = true },
            new SimulatedCluster { Id = "b", Name = "us-ca-02", AvailableGpuType = ["H100"], SupportNetworkStorage = true, SupportInstanceNetwork = true },
            new SimulatedCluster { Id = "c", Name = "eu-de-01", AvailableGpuType = ["L4", "GeForce RTX 4090"] });
        return service;
    }
}
