using Novita.Simulator;
using Novita.Simulator.Areas.Catalog;
using Novita.Simulator.Faults;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Catalog;

/// <summary><c>Measure-NovitaCost</c>, and the one reading of the catalog that everything shares.</summary>
public sealed class CostTests : ServiceTest
{
    private static readonly SimulatedProduct s_product = new()
    {
        Id = "4090.16c62g",
        Price = 35000,
        SpotPrice = 17500,
        MonthlyPrice = [new(1, 23940000)],
    };

    private static readonly SimulatedInstance[] s_fleet =
    [
        new() { Name = "a", GpuNum = 4 },
        new() { Name = "b", GpuNum = 2, BillingMode = "spot", Status = "pulling" },
        new() { Name = "c", GpuNum = 1, BillingMode = "monthly", Status = "exited" },
        new() { Name = "d", GpuNum = 0, Kind = "cpu", ProductId = "cpu.8c32g", ProductName = "CPU" },
        new() { Name = "e", GpuNum = 8, ProductId = "gone", ProductName = "GONE" },
        new() { Name = "f", GpuNum = 8, Status = "exited", RootfsSize = 160 },
    ];

    [Fact]
    public async Task A_fleet_of_known_prices_is_right_to_the_cent()
    {
        var service = await StartAsync();

        var cost = Connect(service).Output("Measure-NovitaCost").Single();

        Assert.Equal("Novita.CostEstimate", cost.BaseObject.GetType().FullName);
        Assert.Equal(("All", 5, 15, 1), (Value(cost, "Group"), Value(cost, "Instances"), Value(cost, "Gpus"), Value(cost, "Unpriced")));
        Assert.Equal((2.16795m, 52.03068m, 1582.60m, 0.50m), (Value(cost, "PerHour"), Value(cost, "PerDay"), Value(cost, "PerMonth"), Value(cost, "StoragePerDay")));
        Assert.Equal(["/cpu/products", "/gpu/instances", "/products"], service.Requests.Select(request => request.Path[request.Path.LastIndexOf("/v1", StringComparison.Ordinal)..][3..]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("ProductName", "CPU 0.09 0, GONE 0 1, RTX 4090 24GB 2.07795 0")]
    [InlineData("BillingMode", "monthly 0.32795 0, onDemand 1.49 1, spot 0.35 0")]
    [InlineData("Status", "exited 0.32795 0, pulling 0.35 0, running 1.49 1")]
    [InlineData("Name", "a 1.4 0, b 0.35 0, c 0.32795 0, d 0.09 0, e 0 1, f 0 0")]
    [InlineData("SessionName", "prod 2.16795 1")]
    public async Task There_is_an_estimate_for_each_group(string group, string expected)
    {
        var shell = Connect(await StartAsync(), "-Name prod");

        var costs = shell.Output($"Measure-NovitaCost -GroupBy {group} | Sort-Object Group | ForEach-Object {{ \"$($_.Group) $($_.PerHour) $($_.Unpriced)\" }}");

        Assert.Equal(expected, string.Join(", ", costs.Select(cost => cost.ToString())));
    }

    [Theory]
    [InlineData("Measure-NovitaCost -GroupBy Name", "a", "a 1 4 1.40 33.60 1022.00 0.00 0")]
    [InlineData("Measure-NovitaCost -GroupBy Name", "d", "d 1 0 0.09 2.16 65.70 0.00 0")]
    [InlineData("Measure-NovitaCost -GroupBy Name", "e", "e 1 8 0.00 1")]
    [InlineData("Measure-NovitaCost -ProductId 4090.16c62g -GpuNum 3 -Hours 1.5", "4090.16c62g", "4090.16c62g 1 3 1.05 25.20 766.50 0.00 0 1.58")]
    public async Task A_table_rounds_a_sum_to_cents_and_leaves_an_unknown_one_empty(string script, string group, string row)
    {
        var text = Connect(await StartAsync()).Output($"{script} | Out-String -Width 150").Single().ToString();

        var line = text.Split('\n').Single(line => line.StartsWith($"{group} ", StringComparison.Ordinal));
        Assert.Equal(row.Split(' '), line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task Only_instances_of_the_pipeline_are_counted_and_an_empty_one_costs_nothing()
    {
        var service = await StartAsync();
        var shell = Connect(service);

        Assert.Equal(1.40m, shell.Output("(Get-NovitaInstance -Name a | Measure-NovitaCost).PerHour").Single().BaseObject);
        Assert.Equal(0m, shell.Output("(Get-NovitaInstance -Name zz | Measure-NovitaCost).PerHour").Single().BaseObject);
        Assert.Equal(1.40m, shell.Output("$i = Get-NovitaInstance -Name a; ($i, $i | Measure-NovitaCost).PerHour").Single().BaseObject);
    }

    [Theory]
    [InlineData("4090.16c62g -GpuNum 4", "1.4 0 ")]
    [InlineData("4090.16c62g -GpuNum 4 -BillingMode spot -Hours 48", "0.7 0 33.6")]
    [InlineData("4090.16c62g -GpuNum 2 -RootfsSize 160 -Hours 24", "0.7 0.5 17.3")]
    [InlineData("4090.16c62g -Month 2", "0.32795 0 478.8")]
    [InlineData("4090.16c62g -Month 1 -BillingMode onDemand", "0.35 0 255.5")]
    [InlineData("cpu.8c32g", "0.09 0 ")]
    public async Task A_quote_says_what_an_instance_would_cost(string parameters, string expected)
    {
        var shell = Connect(await StartAsync());

        var quote = shell.Texts($"$q = Measure-NovitaCost -ProductId {parameters}; \"$($q.PerHour) $($q.StoragePerDay) $($q.Total)\"");

        Assert.Equal([expected], quote);
    }

    [Fact]
    public async Task A_quote_of_an_unknown_product_is_an_error()
    {
        var run = Connect(await StartAsync()).Invoke("Measure-NovitaCost -ProductId no-such");

        Assert.Equal("NotFound", run.ErrorId);
        Assert.Contains("'no-such'", run.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_catalog_is_read_once_whatever_completes_asks_or_measures()
    {
        var time = UseFastTime();
        var service = await StartAsync();
        var shell = Connect(service, new AnsweringHost());

        shell.Complete("New-NovitaInstance -ProductId ");
        shell.Output("Get-NovitaInstance -Name a | Update-NovitaInstance -ImageUrl x -WhatIf; Get-NovitaInstance -Name a | Measure-NovitaCost");
        shell.Output("New-NovitaInstance -ProductId 4090.16c62g -GpuNum 1 -RootfsSize 60 -ImageUrl i -WhatIf");
        shell.Complete("Get-NovitaProduct -Name ");
        Assert.Equal(1, Catalogs(service));

        time.Provider.Advance(TimeSpan.FromMinutes(5));
        shell.Output("Get-NovitaInstance -Name a | Measure-NovitaCost");
        Assert.Equal(2, Catalogs(service));
    }

    [Theory]
    [InlineData("New-NovitaInstance -ProductId 4090.16c62g -GpuNum 4 -RootfsSize 60 -ImageUrl i", "Create, and bill about 1.40 USD an hour (4 x 0.35)")]
    [InlineData("New-NovitaInstance -ProductId 4090.16c62g -GpuNum 1 -RootfsSize 60 -ImageUrl i -Month 1", "Create, and bill about 0.33 USD an hour (1 x 239.40 a month, 239.40 for 1 month at once)")]
    [InlineData("New-NovitaInstance -ProductId cpu.8c32g -Cpu -ImageUrl i", "Create, and bill about 0.09 USD an hour")]
    [InlineData("Start-NovitaInstance -Name f", "Start, and bill about 2.80 USD an hour (8 x 0.35)")]
    [InlineData("Start-NovitaInstance -Id (Get-NovitaInstance -Name f).Id", "Start, and bill about 2.80 USD an hour (8 x 0.35)")]
    [InlineData("Update-NovitaInstance -Name a -ImageUrl x", "Update, and delete the data on its disks, and bill about 1.40 USD an hour (4 x 0.35)")]
    [InlineData("Update-NovitaInstance -Name e -ImageUrl x -KeepData", "Update and restart, and bill; the price is not known")]
    [InlineData("New-NovitaSubscription -Name e -Month 2", "Buy a subscription of 2 months, and bill; the price is not known")]
    public async Task What_is_asked_and_what_WhatIf_tells_say_the_price(string script, string expected)
    {
        var service = await StartAsync();
        var host = new AnsweringHost("No");
        var shell = Connect(service, host);

        shell.Output($"{script} -WhatIf; {script} -Confirm");

        Assert.Contains($"\"{expected}\"", host.Shown, StringComparison.Ordinal);
        Assert.Contains($"\"{expected}\"", Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.Empty(service.Requests.Changing);
        Assert.InRange(service.Requests.Count(request => request.Path.EndsWith("/products", StringComparison.Ordinal)), 0, 1);
    }

    [Theory]
    [InlineData("$ConfirmPreference = 'None'; New-NovitaInstance -ProductId 4090.16c62g -GpuNum 4 -RootfsSize 60 -ImageUrl i")]
    [InlineData("Start-NovitaInstance -Name f")]
    public async Task Where_nobody_is_asked_the_catalog_is_not_read(string script)
    {
        var service = await StartAsync();

        Connect(service).Output(script);

        Assert.Equal(0, Catalogs(service));
        Assert.Single(service.Requests.Changing);
    }

    [Fact]
    public async Task A_catalog_that_cannot_be_read_is_no_failure_of_a_change()
    {
        UseFastTime();
        var service = await StartAsync();
        var host = new AnsweringHost("Yes");
        var shell = Connect(service, host);
        using var fault = service.Inject(
            StatusFaults.Of(503), request => request.Path.Value!.EndsWith("/products", StringComparison.Ordinal));

        Assert.Single(shell.Output("New-NovitaInstance -ProductId 4090.16c62g -GpuNum 1 -RootfsSize 60 -ImageUrl i"));

        Assert.Contains("the price is not known", Assert.Single(host.Questions), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_without_instances_completes_products_and_clusters_with_price_and_stock()
    {
        var service = await StartAsync(0);
        service.Products.Rows.Load(s_product, new SimulatedProduct { Id = "h100", Name = "H100 80GB", Price = null, InventoryState = "none" });
        var shell = Connect(service);

        var products = shell.Complete("New-NovitaInstance -ProductId ");

        Assert.Equal(["h100", "4090.16c62g"], products.Select(choice => choice.CompletionText.Trim('\'')));
        Assert.Equal(["H100 80GB, no price, not available", "RTX 4090 24GB, 0.35 USD a GPU-hour, stock normal"], products.Select(choice => choice.ToolTip));
        Assert.Equal(["cpu.8c32g"], shell.Complete("New-NovitaInstance -Cpu -ProductId ").Select(choice => choice.CompletionText));
        Assert.Contains("us-ca-6", shell.Complete("New-NovitaInstance -ClusterId ").Select(choice => choice.CompletionText));
        Assert.Single(service.Requests, request => request.Path.EndsWith("v1/products", StringComparison.Ordinal));
    }

    private static int Catalogs(SimulatedService service) =>
        service.Requests.Count(request => request.Path.EndsWith("v1/products", StringComparison.Ordinal));

    private async Task<SimulatedService> StartAsync()
    {
        var service = await StartAsync(s_fleet);
        service.Products.Rows.Load(s_product);
        return service;
    }
}
