using Novita.Simulator;
using Novita.Simulator.Areas.Catalog;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Catalog;

/// <summary><c>Get-NovitaProduct</c>.</summary>
public sealed class ProductTests : ServiceTest
{
    private const string Rest = "-Name web -GpuNum 4 -RootfsSize 60 -ImageUrl img:tag -Confirm:$false";

    private static readonly SimulatedProduct s_dear = new() { Id = "4090.dear", Price = 40000, SpotPrice = 20000 };
    private static readonly SimulatedProduct s_cheap = new() { Id = "4090.cheap", Price = 35000, SpotPrice = null };
    private static readonly SimulatedProduct s_none = new() { Id = "4090.none", Price = 10000, SpotPrice = 0, InventoryState = "none" };
    private static readonly SimulatedProduct s_other = new()
    {
        Id = "h100",
        Name = "H100 SXM 80GB",
        Price = 259000,
        MaxGpuNum = 2,
        BillingMethods = ["monthly"],
        MonthlyPrice = [new(1, 23940000)],
    };

    [Fact]
    public async Task The_cheapest_product_in_stock_goes_through_the_pipeline_into_one_instance()
    {
        var service = await StartAsync(s_dear, s_cheap, s_none, s_other);

        var created = Connect(service).Output($"Get-NovitaProduct -Name *4090* -Available | Sort-Object Price | Select-Object -First 1 | New-NovitaInstance {Rest}");

        Assert.Equal("4090.cheap", Value(Assert.Single(created), "ProductId"));
        Assert.Equal("4090.cheap", Assert.Single(service.Fleet.Snapshot()).ProductId);
    }

    [Theory]
    [InlineData("Get-NovitaProduct -Name *4090*", "3 products were given")]
    [InlineData("Get-NovitaInstance", "is a Instance, but this cmdlet takes a product")]
    [InlineData("[pscustomobject] @{ Id = 'x' }", "is not a product: it has no AvailableDeploy")]
    [InlineData("Get-NovitaProduct -Cpu", "is a CpuProduct, but this cmdlet takes a product")]
    public async Task Anything_but_one_product_creates_nothing(string input, string message)
    {
        var service = await StartAsync(s_dear, s_cheap, s_none);
        service.Fleet.Load([new SimulatedInstance()]);

        var run = Connect(service).Invoke($"{input} | New-NovitaInstance {Rest}");

        Assert.Equal("RequestInvalid", run.ErrorId);
        Assert.Contains(message, run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests.Changing);
    }

    [Theory]
    [InlineData("$p", "4090.cheap")]
    [InlineData("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($p))", "4090.cheap")]
    [InlineData("$p | Select-Object Id, AvailableDeploy, SessionName", "4090.cheap")]
    [InlineData("[pscustomobject] @{ Id = $p.Id; AvailableDeploy = $true; SessionName = 'one' }", "4090.cheap")]
    [InlineData("Get-NovitaProduct -Session one -Name *nothing*", "")]
    public async Task A_product_is_rented_through_its_own_session_also_after_a_file_and_none_rents_nothing(string input, string made)
    {
        var (one, two) = (await StartAsync(s_cheap), await StartAsync(s_dear));
        var shell = ConnectBoth(one, two);

        shell.Output($"$p = Get-NovitaProduct -Session one; {input} | New-NovitaInstance {Rest}");

        Assert.Equal(made, string.Join(' ', one.Fleet.Snapshot().Select(instance => instance.ProductId)));
        Assert.Empty(two.Fleet.Snapshot());
    }

    [Fact]
    public async Task Products_without_GPUs_are_found_by_the_same_filters()
    {
        var service = await StartAsync(0);

        var product = Assert.Single(Connect(service).Output("Get-NovitaProduct -Cpu -Name *cpu* -MaxPrice 0.09 -Available"));

        Assert.Equal("Novita.CpuProduct", product.BaseObject.GetType().FullName);
        Assert.Equal((8m, 32m, 0.09m), (Value(product, "CpuNum"), Value(product, "Memory"), Value(product, "Price")));
        Assert.EndsWith("/cpu/products", Assert.Single(service.Requests).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "4090.cheap 4090.dear 4090.none")]
    [InlineData("-Name 409", "4090.cheap 4090.dear 4090.none")]
    [InlineData("-Available", "4090.cheap 4090.dear")]
    [InlineData("-MaxPrice 0.35", "4090.cheap 4090.none")]
    [InlineData("-BillingMode SPOT -MaxPrice 5", "4090.dear")]
    [InlineData("-BillingMode monthly -MaxPrice 239.4", "h100")]
    [InlineData("-BillingMode monthly -MaxPrice 239.3", "")]
    [InlineData("-BillingMode monthly -GpuNum 4 -Name *100*", "")]
    [InlineData("-BillingMode monthly -GpuNum 2 -Name *100*", "h100")]
    [InlineData("-MinCpuPerGpu 16 -MinMemoryPerGpu 62 -MinRootfsSize 6144", "4090.cheap 4090.dear 4090.none")]
    [InlineData("-Id 4090.dear, 4090.cheap", "4090.cheap 4090.dear")]
    public async Task Filters_leave_what_fits(string filters, string expected)
    {
        var service = await StartAsync(s_dear, s_cheap, s_none, s_other);

        var found = Connect(service).Output($"Get-NovitaProduct {filters}").Select(product => $"{Value(product, "Id")}");

        Assert.Equal(expected, string.Join(' ', found.Order(StringComparer.Ordinal)));
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Filters_of_the_service_are_sent_by_its_names()
    {
        var service = await StartAsync(s_cheap);

        Connect(service).Output("Get-NovitaProduct -Name x -ClusterId us-ca-6 -GpuNum 4 -MinCpuPerGpu 1 -MinMemoryPerGpu 2 -MinRootfsSize 3 -BillingMode Spot");

        Assert.Equal("?clusterId=us-ca-6&gpuNum=4&productName=x&minCpuPerGpu=1&minMemoryPerGpu=2&minRootFSSize=3&billingMethod=spot", service.Requests.First().QueryString);
    }

    [Theory]
    [InlineData("Get-NovitaProduct -Id 4090.cheap -MaxPrice 0.01", "NotFound", "and meets the other filters", "Get-NovitaProduct.")]
    [InlineData("Get-NovitaProduct -GpuNum 9", "ParameterArgumentValidationError", "9", "")]
    public async Task What_cannot_be_found_is_one_clear_error(string script, string id, string message, string advice)
    {
        var run = Connect(await StartAsync(s_cheap)).Invoke(script);

        Assert.Equal(id, run.ErrorId);
        Assert.Contains(message, run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(advice, run.Error.ErrorDetails?.RecommendedAction ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_table_says_the_unit_of_money()
    {
        var shell = Connect(await StartAsync(s_dear));

        var text = shell.Output("Get-NovitaProduct | Out-String -Width 120").Single().ToString();

        Assert.Contains("USD/GPU-hour", text, StringComparison.Ordinal);
        Assert.Contains("0.40", text, StringComparison.Ordinal);
        Assert.Contains("0.20", text, StringComparison.Ordinal);
    }

    private async Task<SimulatedService> StartAsync(params SimulatedProduct[] products)
    {
        var service = await StartAsync(0);
        service.Products.Rows.Load(products);
        return service;
    }
}
