using Novita.Client.Costs;
using Novita.Client.Requests;

namespace Novita.Client.Tests.Catalog;

/// <summary>What runs costs what the catalog says.</summary>
public sealed class CostTests
{
    private static readonly PriceList s_prices = new(
        [
            new Product { Id = "4090", Price = 0.35m, SpotPrice = 0.175m, MonthlyPrice = [new() { Month = 1, Price = 239.40m }, new() { Month = 12, Price = 200m }] },
            new Product { Id = "free", MonthlyPrice = [new() { Month = 1 }] },
        ],
        [new CpuProduct { Id = "cpu", Price = 0.09m }]);

    [Theory]
    [InlineData("onDemand", 1.40)]
    [InlineData(null, 1.40)]
    [InlineData("", 1.40)]
    [InlineData("spot", 0.70)]
    [InlineData("monthly", 1.31178)]
    public void Each_billing_mode_has_its_own_price_for_each_GPU(string? mode, double expected) =>
        Assert.Equal((decimal)expected, Math.Round(s_prices.RateOf("4090", 4, mode)!.PerHour, 5));

    [Theory]
    [InlineData("free", "onDemand")]
    [InlineData("free", "spot")]
    [InlineData("free", "monthly")]
    [InlineData("gone", "onDemand")]
    [InlineData(null, "onDemand")]
    public void What_has_no_price_has_no_rate(string? product, string mode) => Assert.Null(s_prices.RateOf(product, 1, mode));

    [Fact]
    public void A_product_without_GPUs_is_only_paid_as_it_runs() => Assert.Null(s_prices.RateOfCpu("cpu", "spot"));

    [Fact]
    public void What_is_paid_as_it_runs_is_billed_by_its_status_and_a_subscription_until_it_is_removed()
    {
        string[] billed = ["pulling", "running", "toStop", "stopping", "toRestart", "restarting", "toReset", "resetting", "migrating"];

        Assert.Equal(billed.Order(), Billed("onDemand").Order());
        Assert.Equal(billed.Order(), Billed("spot").Order());
        Assert.Equal(["removed"], InstanceStatus.Values.All.Select(status => status.Key).Except(Billed("monthly")));

        static IEnumerable<string> Billed(string mode) => InstanceStatus.Values.All.Select(status => status.Key)
            .Where(status => CostTally.IsBilled(new Instance { Status = status, BillingMode = mode }));
    }

    [Fact]
    public void The_sums_are_right_to_the_cent()
    {
        var estimate = Tally(
            Instance("a", "4090", 4),
            Instance("b", "4090", 2, "spot"),
            Instance("c", "4090", 1, "monthly", "exited"),
            Instance("d", "cpu", 0),
            Instance("e", "gone", 8),
            Instance("f", "4090", 8, status: "exited"));

        // 4 x 0.35 + 2 x 0.175 + 239.40/730 + 0.09 = 1.84 + 0.32795
        Assert.Equal((5, 15, 1), (estimate.Instances, estimate.Gpus, estimate.Unpriced));
        Assert.Equal((2.16795m, 52.03068m, 1582.60m), (estimate.PerHour, estimate.PerDay, estimate.PerMonth));
        Assert.Equal(0, estimate.StoragePerDay);
    }

    [Fact]
    public void A_detail_gives_its_own_price_where_the_product_is_gone()
    {
        var known = ReadDetail("\"status\":\"running\",\"productId\":\"gone\",\"gpuNum\":\"2\",\"billingMode\":\"onDemand\",\"instancePrice\":\"67000\"");

        Assert.Equal(1.34m, s_prices.RateOf(known)!.PerHour);
        Assert.Null(s_prices.RateOf(ReadDetail("\"productId\":\"gone\",\"gpuNum\":\"2\",\"billingMode\":\"monthly\",\"instancePrice\":\"67000\"")));
        Assert.Null(s_prices.RateOf(ReadDetail("\"productId\":\"gone\",\"gpuNum\":\"2\",\"instancePrice\":\"0\"")));
        Assert.Equal(0.70m, s_prices.RateOf(ReadDetail("\"productId\":\"4090\",\"gpuNum\":\"2\",\"instancePrice\":\"67000\""))!.PerHour);
    }

    [Fact]
    public void Storage_is_counted_once_and_that_of_stopped_instances_too()
    {
        var one = Instance("a", "4090", 1, status: "exited", root: 160);
        one.VolumeMounts.Add(new VolumeMount { Type = "local", Size = 30 });
        one.VolumeMounts.Add(new VolumeMount { Type = "network", Size = 500, Id = "vol-1" });
        var two = Instance("b", "4090", 1, root: 20);
        two.VolumeMounts.Add(new VolumeMount { Type = "network", Size = 500, Id = "vol-1" });
        two.VolumeMounts.Add(new VolumeMount { Type = "network", Size = 100 });
        var gone = Instance("c", "4090", 1, status: "removed", root: 600);

        // (100 + 30) x 0.005 + (500 + 100) x 0.002
        Assert.Equal(1.85m, Tally(one, two, gone).StoragePerDay);
    }

    [Fact]
    public void A_group_in_which_nothing_costs_anything_does_not_appear()
    {
        var tally = new CostTally();
        var stopped = Instance("a", "4090", 1, status: "exited");
        tally.Add("stopped", stopped, s_prices.RateOf(stopped));
        var running = Instance("b", "4090", 1);
        tally.Add("running", running, s_prices.RateOf(running));

        Assert.Equal("running", Assert.Single(tally.Estimates).Group);
    }

    [Theory]
    [InlineData(4, 0, "", "bill about 1.40 USD an hour (4 x 0.35)")]
    [InlineData(1, 0, "", "bill about 0.35 USD an hour")]
    [InlineData(1, 0, "spot", "bill about 0.175 USD an hour")]
    [InlineData(2, 1, "", "bill about 0.66 USD an hour (2 x 239.40 a month, 478.80 for 1 month at once)")]
    [InlineData(2, 12, "monthly", "bill about 0.55 USD an hour (2 x 200.00 a month, 4800.00 for 12 months at once)")]
    public async Task A_prompt_says_what_an_hour_costs(int gpus, int months, string mode, string expected)
    {
        using var client = new TestClient(Answers.Json(200, """
            {"data":[{"id":"4090","price":"35000","spotPrice":"17500","monthlyPrice":[{"price":"23940000","month":1},{"price":"20000000","month":12}]}]}
            """));
        var instance = new NewInstance { ProductId = "4090", GpuNum = gpus, Month = months, BillingMode = mode.Length == 0 ? null : mode };

        Assert.Equal(expected, Rate.Describe(await PriceList.FindAsync(client.Client, instance, client.Call), months));
    }

    [Fact]
    public void A_prompt_says_that_a_price_is_not_known() => Assert.Equal("bill; the price is not known", Rate.Describe(null));

    [Fact]
    public void A_quote_has_a_total_with_storage()
    {
        var quote = CostTally.Quote("4090", 4, s_prices.RateOf("4090", 4, null), 160, 48);

        Assert.Equal((1, 4, 1.40m, 33.60m, 1022m, 0.50m, 68.20m), (quote.Instances, quote.Gpus, quote.PerHour, quote.PerDay, quote.PerMonth, quote.StoragePerDay, quote.Total));
    }

    [Fact]
    public void A_quote_without_a_price_has_no_total()
    {
        var quote = CostTally.Quote("free", 1, null, 60, 48);

        Assert.Equal((1, 0m, null), (quote.Unpriced, quote.PerHour, quote.Total));
    }

    private static CostEstimate Tally(params Instance[] instances)
    {
        var tally = new CostTally();
        Array.ForEach(instances, instance => tally.Add("All", instance, s_prices.RateOf(instance)));
        return tally.Estimates.Single();
    }

    private static Instance Instance(string id, string product, int gpus, string mode = "onDemand", string status = "running", int root = 60) => new()
    {
        Id = id,
        ProductId = product,
        GpuNum = gpus,
        BillingMode = mode,
        Status = status,
        RootfsSize = root,
    };

    private static InstanceDetail ReadDetail(string members) =>
        NovitaClient.ReadResource(System.Text.Encoding.UTF8.GetBytes(Bodies.Detail(members)), InstanceDetail.DetailShape);
}
