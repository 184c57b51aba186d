using Novita.Client.Billing;
using Novita.Simulator;
using Novita.Simulator.Areas.Billing;

namespace Novita.Client.Tests.Billing;

public sealed class CostReporterTests
{
    private static readonly BillingPeriod s_october = BillingPeriod.OfMonth("2026-10");

    [Theory]
    [InlineData(CostGrouping.Instance)]
    [InlineData(CostGrouping.ProductName)]
    [InlineData(CostGrouping.Category)]
    [InlineData(CostGrouping.Day)]
    public async Task The_lines_add_up_to_the_ledger_however_they_are_grouped(CostGrouping grouping)
    {
        await using var account = await StartAsync(new BillingOptions());
        account.Ledger.Add(new SimulatedPurchase("live", "RTX 4090 24GB", 1, 241.92m, s_october.After, s_october.After.AddMonths(1), s_october.After.AddDays(3), "monthly_new_buy"));

        var report = await CostReporter.ReadAsync(account.Client, s_october, grouping, account.Call);

        Assert.Null(report.Difference);
        Assert.Equal(account.Ledger.Total(s_october.After, s_october.Before!.Value) + 241.92m, report.Rows.Sum(line => line.Amount));
        Assert.Equal(report.Rows.Sum(line => line.Amount), report.Rows.Sum(line => line.VoucherAmount + line.PayAmount));
        Assert.Equal(report.Rows.Count, report.Rows.Select(line => (line.Group, line.Category)).Distinct().Count());
    }

    [Fact]
    public async Task Instances_have_their_name_and_those_that_are_gone_stay()
    {
        await using var account = await StartAsync(new BillingOptions { Gone = 0 });
        account.Service.Fleet.Load([.. account.Service.Fleet.Snapshot(), new SimulatedInstance { Id = "gone", Status = "removed" }]);
        account.Ledger.Add(new SimulatedUsage("gone", "gpu", s_october.After, s_october.After.AddDays(1)) { Price = 5 });
        account.Ledger.Add(new SimulatedUsage("endpoint", "serverless", s_october.After, s_october.After.AddHours(1)));

        var rows = (await CostReporter.ReadAsync(account.Client, s_october, CostGrouping.Instance, account.Call)).Rows;

        var live = Assert.Single(rows, row => row.Group == "live");
        Assert.Equal(("train-1", true, "gpu", 31 * 24m), (live.Name, live.Exists, live.Category, live.GpuHours));
        var gone = Assert.Single(rows, row => row.Group == "gone");
        Assert.Equal((null, false, 120m), (gone.Name, gone.Exists, gone.Amount));
        var storage = Assert.Single(rows, row => row.Group == "cloud_storage");
        Assert.Equal((null, null, null), (storage.Name, storage.Exists, storage.GpuHours));
        Assert.Equal(("serverless", null), (Assert.Single(rows, row => row.Group == "endpoint").Category, rows.Single(row => row.Group == "endpoint").Exists));
        Assert.Equal(rows.Select(row => row.Amount).OrderDescending(), rows.Select(row => row.Amount));
    }

    [Fact]
    public async Task An_instance_that_an_unconfirmed_list_left_out_does_not_look_deleted()
    {
        await using var account = await StartAsync(new BillingOptions { Gone = 0 });
        account.Service.Fleet.Load([.. account.Service.Fleet.Snapshot(), .. Enumerable.Range(0, 150).Select(_ => new SimulatedInstance())]);
        using var repeated = account.Service.Intercept((context, next) =>
        {
            if (context.Request.Path.Value!.EndsWith("/gpu/instances", StringComparison.Ordinal))
            {
                context.Request.QueryString = new("?pageSize=100&pageNum=0");
            }

            return next(context);
        });

        var rows = (await CostReporter.ReadAsync(account.Client, s_october, CostGrouping.Instance, account.Call)).Rows;

        var live = Assert.Single(rows, row => row.Group == "live");
        Assert.Equal((null, null, 31 * 24m), (live.Name, live.Exists, live.GpuHours));
        Assert.Contains(account.Events, seen => seen.Kind == ClientEventKind.Warning && seen.Text.Contains("not confirmed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Totals_that_differ_are_an_error_that_names_both()
    {
        await using var account = await StartAsync(new BillingOptions { SummaryError = 0.0001m });

        var report = await CostReporter.ReadAsync(account.Client, s_october, CostGrouping.Category, account.Call);

        Assert.NotEmpty(report.Rows);
        Assert.Equal(NovitaErrorKind.TotalsDiffer, report.Difference?.Kind);
        var usage = account.Ledger.Total(s_october.After, s_october.Before!.Value);
        Assert.Contains(FormattableString.Invariant($"{usage:0.##########} USD"), report.Difference!.Message, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"{usage + 0.0001m:0.##########} USD"), report.Difference.Message, StringComparison.Ordinal);
        Assert.Contains("a difference of -0.0001 USD", report.Difference.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public async Task Whole_numbers_may_differ_by_their_rounding_and_no_more(int error, bool differs)
    {
        await using var account = await StartAsync(new BillingOptions { Decimals = false, SummaryError = error });

        var report = await CostReporter.ReadAsync(account.Client, s_october, CostGrouping.Category, account.Call);

        Assert.Equal(differs, report.Difference is not null);
    }

    [Theory]
    [InlineData(2.0003, null)]
    [InlineData(2.0004, "a difference of -0.0004 USD. The time is still open")]
    public void Rounded_charges_may_differ_by_the_rounding_of_each(double total, string? problem)
    {
        Charge Rounded(double amount) => new() { Amount = (decimal)amount, IsRounded = true, IsPartial = true };

        var difference = CostReporter.Compare([Rounded(1), Rounded(1)], [Rounded(total)]);

        Assert.Equal(problem is null, difference is null);
        Assert.Contains(problem ?? "", difference?.Message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_are_in_order_and_the_open_one_is_partial()
    {
        await using var account = await StartAsync(new BillingOptions());

        var rows = (await CostReporter.ReadAsync(account.Client, BillingPeriod.OfMonth("2026-11"), CostGrouping.Day, account.Call)).Rows;

        Assert.Equal(Enumerable.Range(1, 26).Select(day => $"2026-11-{day:D2}"), rows.Select(row => row.Group));
        Assert.Equal("2026-11-26", Assert.Single(rows, row => row.IsPartial).Group);
    }

    private static Task<Session> StartAsync(BillingOptions options) =>
        Account.StartAsync(options, new SimulatedInstance { Id = "live", Name = "train-1", RunningSince = Account.Now.AddDays(-100) });
}
