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
    private static readonly SimulatedProduct s_other = new() { Id = "h100", Name = "H100 SXM 80GB", Price = 259000, MaxGpuNum = 2, BillingMethods = ["monthly"] };

    [Fact]
    public async Task The_cheapest_product_in_stock_goes_through_the_pipeline_into_one_instance()
    {
        var service = await StartAsync(s_dear, s_cheap, s_none, s_other);

        var created = Connect(service).Output($"Get-NovitaProduct -Name *4090* -Available | Sort-Object Price | Select-Object -First 1 | New-NovitaInstance {Rest}");

        Assert.Equal("4090.cheap", Assert.Single(created).Properties["ProductId"].Value);
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
    [InlineData("Get-NovitaProduct -Name *nothing*")]
    [InlineData("@()")]
    public async Task No_product_creates_nothing_and_is_no_error(string input)
    {
        var service = await StartAsync(s_cheap);

        Assert.Empty(Connect(service).Output($"{input} | New-NovitaInstance {Rest}"));
        Assert.Empty(service.Requests.Changing);
    }

    [Theory]
    [InlineData("$p | ForEach-Object { [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($_)) }")]
    [InlineData("$p | Select-Object Id, AvailableDeploy, SessionName")]
    [InlineData("$p | ForEach-Object { [pscustomobject] @{ Id = $_.Id; AvailableDeploy = $true } }")]
    [InlineData("'4090.cheap'")]
    public async Task A_product_that_came_through_a_file_binds_as_the_live_one_does(string input)
    {
        var service = await StartAsync(s_cheap);

        Connect(service).Output($"$p = Get-NovitaProduct; {input} | New-NovitaInstance {Rest}");

        Assert.Equal("4090.cheap", Assert.Single(service.Fleet.Snapshot()).ProductId);
    }

    [Fact]
    public async Task An_instance_is_created_in_the_session_of_its_product()
    {
        var one = await StartAsync(s_cheap);
        var two = await StartAsync(s_dear);
        var shell = Connect(one, "-Name one").With("endpoint", two.Endpoint).With("key", two.ApiKey);
        shell.Output("Connect-Novita -Endpoint $endpoint -ApiKey $key -Name two");

        shell.Output($"Get-NovitaProduct -Session one | New-NovitaInstance {Rest}");

        Assert.Single(one.Fleet.Snapshot());
        Assert.Empty(two.Fleet.Snapshot());
    }

    [Theory]
    [InlineData("", "4090.cheap 4090.dear 4090.none")]
    [InlineData("-Name *4090*", "4090.cheap 4090.dear 4090.none")]
    [InlineData("-Name 409", "4090.cheap 4090.dear 4090.none")]
    [InlineData("-Available", "4090.cheap 4090.dear")]
    [InlineData("-MaxPrice 0.35", "4090.cheap 4090.none")]
    [InlineData("-BillingMode SPOT -MaxPrice 5", "4090.dear")]
    [InlineData("-BillingMode monthly", "4090.cheap 4090.dear 4090.none h100")]
    [InlineData("-BillingMode monthly -MaxPrice 5000", "")]
    [InlineData("-BillingMode monthly -GpuNum 4 -Name *100*", "")]
    [InlineData("-BillingMode monthly -GpuNum 2 -Name *100*", "h100")]
    [InlineData("-MinCpuPerGpu 16 -MinMemoryPerGpu 62 -MinRootfsSize 6144", "4090.cheap 4090.dear 4090.none")]
    [InlineData("-MinMemoryPerGpu 63", "")]
    [InlineData("-Id 4090.dear, 4090.cheap", "4090.cheap 4090.dear")]
    public async Task Filters_leave_what_fits(string filters, string expected)
    {
        var service = await StartAsync(s_dear, s_cheap, s_none, s_other);

        var found = Connect(service).Output($"Get-NovitaProduct {filters}").Select(product => $"{product.Properties["Id"].Value}");

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
    [InlineData(PriceForm.Text, NoOfferForm.Zero)]
    [InlineData(PriceForm.Number, NoOfferForm.Null)]
    [InlineData(PriceForm.Number, NoOfferForm.Absent)]
    public async Task No_spot_offer_is_no_price_in_any_form(PriceForm price, NoOfferForm none)
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 0, Products = new() { Price = price, NoOffer = none } });
        service.Products.Rows.Load(s_dear, s_cheap, s_none);

        var shell = Connect(service);

        Assert.Equal("0.4 0.2", shell.Output("$p = Get-NovitaProduct -Id 4090.dear; \"$($p.Price) $($p.SpotPrice)\"").Single().ToString());
        Assert.Equal("4090.dear", shell.Output("Get-NovitaProduct | Where-Object SpotPrice | Sort-Object SpotPrice").Single().Properties["Id"].Value);
        Assert.Equal(2, shell.Output("Get-NovitaProduct | Where-Object { $null -eq $_.SpotPrice }").Length);
    }

    [Fact]
    public async Task A_product_of_two_clusters_is_one_row_with_two_regions()
    {
        var service = await StartAsync(s_cheap with { Regions = ["US-CA-06", "AS-SGP-02"] });

        var shell = Connect(service);
        var product = Assert.Single(shell.Output("Get-NovitaProduct -ClusterId us-ca-6"));

        Assert.Equal("US-CA-06, AS-SGP-02", product.Properties["Regions"].Value.ToString());
        Assert.Empty(shell.Output("Get-NovitaProduct -ClusterId eu-de-1"));
    }

    [Theory]
    [InlineData("data")]
    [InlineData(null)]
    public async Task Products_without_GPUs_are_listed_in_each_form(string? member)
    {
        var service = await StartAsync(new SimulatorOptions { Products = new() { CpuList = ListOptions.Whole(member) } });

        var product = Assert.Single(Connect(service).Output("Get-NovitaProduct -Cpu -Name *cpu* -MaxPrice 0.09 -Available"));

        Assert.Equal("Novita.CpuProduct", product.BaseObject.GetType().FullName);
        Assert.Equal((8m, 32m, 0.09m), (product.Properties["CpuNum"].Value, product.Properties["Memory"].Value, product.Properties["Price"].Value));
        Assert.EndsWith("/cpu/products", Assert.Single(service.Requests).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-NovitaProduct -Id no-such", "NotFound", "No product has the id 'no-such'.", "Get-NovitaProduct.")]
    [InlineData("Get-NovitaProduct -Id no-such -ErrorAction Continue", "NotFound", "No product has the id 'no-such'.", "Get-NovitaProduct.")]
    [InlineData("Get-NovitaProduct -Id 4090.cheap -MaxPrice 0.01", "NotFound", "and meets the other filters", "Get-NovitaProduct.")]
    [InlineData("Get-NovitaProduct -Cpu -Id no-such", "NotFound", "No cpu product has the id 'no-such'.", "Get-NovitaProduct -Cpu.")]
    [InlineData("Get-NovitaProduct -MaxPrice 0", "RequestInvalid", "MaxPrice is 0.00 USD, but must be more than 0.", "Correct")]
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
