using Novita.Simulator;
using Novita.Simulator.Areas.Catalog;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Catalog;

/// <summary><c>Watch-NovitaProduct</c>.</summary>
public sealed class ProductWatchTests : ServiceTest
{
    [Fact]
    public async Task A_watch_returns_when_stock_comes_with_one_request_a_look()
    {
        var service = await StartAsync(new SimulatedProduct { Id = "x", InventoryState = "none" }, new SimulatedProduct { Id = "y" });
        service.Products.At(TimeSpan.FromSeconds(15), "x", product => product with { Price = 36000 });
        service.Products.At(TimeSpan.FromSeconds(35), "x", product => product with { InventoryState = "low" });

        var change = Assert.Single(Connect(service).Output("Watch-NovitaProduct -Id x -Available -Count 1"));

        Assert.Equal(
            ("x", "InventoryState", "none", "low"),
            (Value(change, "Id"), Value(change, "Property"), Value(change, "Old"), Value(change, "New")));
        Assert.Equal(5, service.Requests.Count);
        Assert.Equal("RTX 4090 24GB (x): InventoryState none -> low", change.ToString());
    }

    [Theory]
    [InlineData("normal", true)]
    [InlineData(null, null)]
    public async Task What_is_in_stock_at_the_first_look_is_written_at_once(string? state, bool? deploys)
    {
        var service = await StartAsync(new SimulatedProduct { Id = "x", InventoryState = state, AvailableDeploy = deploys });

        Assert.Single(Connect(service).Output("Watch-NovitaProduct -Id x -Available -Count 1"));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Without_Available_each_change_is_written_once_and_the_first_look_is_none()
    {
        var service = await StartAsync(new SimulatedProduct { Id = "x", SpotPrice = 17500 });
        service.Products.At(TimeSpan.FromSeconds(5), "x", product => product with { Price = 36000, SpotPrice = null });
        service.Products.At(TimeSpan.FromSeconds(15), "x", product => product with { AvailableDeploy = false });
        service.Products.At(TimeSpan.FromSeconds(25), "x", product => product with { BillingMethods = [] });
        service.Products.At(TimeSpan.FromSeconds(35), "x", product => product with { BillingMethods = ["onDemand"] });

        var changes = Connect(service).Output("Watch-NovitaProduct -TimeoutSec 60 | ForEach-Object { \"$($_.Property) $($_.Old) > $($_.New)\" }");

        Assert.Equal(
            ["Price 0.35 > 0.36", "SpotPrice 0.175 > ", "AvailableDeploy True > False", "InventoryState normal > ", "InventoryState  > normal"],
            changes.Select(change => change.ToString()));
    }

    [Fact]
    public async Task A_product_that_the_list_ceases_to_have_is_not_available()
    {
        var service = await StartAsync(new SimulatedProduct { Id = "x" });
        service.Products.At(TimeSpan.FromSeconds(5), "x", product => product with { BillingMethods = [] });

        Assert.Equal(["normal"], Connect(service).Texts("(Watch-NovitaProduct -Available -TimeoutSec 30).New"));
    }

    [Fact]
    public async Task A_change_goes_through_the_pipeline_into_an_instance_of_its_product()
    {
        var service = await StartAsync(new SimulatedProduct { Id = "x" });

        Connect(service).Output("Watch-NovitaProduct -Id x -BillingMode onDemand -ClusterId us-ca-6 -Available -Count 1 | New-NovitaInstance -GpuNum 1 -RootfsSize 60 -ImageUrl i -Confirm:$false");

        Assert.Equal("x", Assert.Single(service.Fleet.Snapshot()).ProductId);
        Assert.Equal("?clusterId=us-ca-6&billingMethod=onDemand", service.Requests.First().QueryString);
    }

    private async Task<SimulatedService> StartAsync(params SimulatedProduct[] products)
    {
        var service = await StartInFastTimeAsync();
        service.Products.Rows.Load(products);
        return service;
    }
}
