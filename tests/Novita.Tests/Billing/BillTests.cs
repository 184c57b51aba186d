using System.Management.Automation;
using Novita.Simulator;
using Novita.Simulator.Areas.Billing;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Billing;

/// <summary>What the cmdlets about money write.</summary>
[Collection(ProcessWide.Name)]
public sealed class BillTests : ServiceTest
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 26, 11, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_balance_is_numbers_and_names_its_session()
    {
        var shell = Connect(await StartAsync(new BillingOptions { Balance = 100 }), "-Name lab");

        var balance = shell.Output("Get-NovitaBalance").Single();

        Assert.Equal((100m, 80m), (Value(balance, "AvailableBalance"), Value(balance, "CashBalance")));
        Assert.Equal("lab", Value(balance, "SessionName"));
    }

    [Fact]
    public async Task A_report_is_of_the_last_month_and_adds_up_to_the_ledger()
    {
        var service = await StartAsync(new BillingOptions());
        var shell = Connect(service);

        var report = shell.Output("Get-NovitaCostReport").Select(row => (CostReport)row.BaseObject).ToList();

        Assert.Equal(
            service.Billing.Ledger.Total(new(2026, 10, 1, 0, 0, 0, default), new(2026, 11, 1, 0, 0, 0, default)),
            report.Sum(line => line.Amount));
        Assert.Equal("train-1", Assert.Single(report, line => line.Group == "live").Name);
    }

    [Fact]
    public async Task Totals_that_differ_are_an_error_after_the_lines()
    {
        var shell = Connect(await StartAsync(new BillingOptions { SummaryError = 1 }));

        var run = shell.Invoke("Get-NovitaCostReport -Month 2026-10");

        Assert.NotEmpty(run.Output);
        Assert.Equal("TotalsDiffer", run.ErrorId);
        Assert.Null(run.Terminating);
        Assert.Equal(ErrorCategory.InvalidResult, run.Error.CategoryInfo.Category);
        Assert.Contains("a difference of -1 USD", run.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_category_each_documented_one_is_asked_for_once_but_not_the_total()
    {
        var service = await StartAsync(new BillingOptions());

        Connect(service).Output("Get-NovitaCharge");

        var categories = service.Requests.Select(request => request.Query["productCategory"]).ToList();
        Assert.Equal(categories.Distinct(), categories);
        Assert.Equal(9, categories.Count);
        Assert.DoesNotContain("summary", categories);
    }

    [Theory]
    [InlineData("-InstanceId live", 1, "live")]
    [InlineData("-InstanceId live, other", 2, null)]
    [InlineData("-ProductName 'H100 SXM 80GB'", 1, null)]
    [InlineData("-ProductName h100*", 1, null)]
    public async Task Charges_are_found_by_instance_and_product(string filter, int owners, string? asked)
    {
        var service = await StartAsync(new BillingOptions());
        service.Billing.Ledger.Add(new SimulatedUsage("other", "gpu", s_now.AddDays(-3)) { ProductName = "H100 SXM 80GB" });

        var found = Connect(service).Output($"(Get-NovitaCharge -Category gpu {filter}).OwnerId | Sort-Object -Unique");

        Assert.Equal(owners, found.Length);
        Assert.Equal(asked, service.Requests.Single().Query.GetValueOrDefault("ownerId"));
    }

    [Theory]
    [InlineData("Europe/Berlin", "2026-10-25", "2026-10-26", 25)]
    [InlineData("Europe/Berlin", "2026-03-29", "2026-03-30", 23)]
    [InlineData("America/New_York", "2026-11-01", "2026-11-02", 25)]
    public async Task A_day_on_which_the_clock_changes_has_all_its_hours_once(string zone, string after, string before, int hours)
    {
        using var local = new LocalZone(zone);
        var service = await StartAsync(new BillingOptions());

        var charges = Connect(service).Output($"Get-NovitaCharge -Category gpu -InstanceId live -Cycle Hour -After {after} -Before {before}");

        Assert.Equal(hours, charges.Length);
        Assert.Equal(hours, charges.Select(row => ((Charge)row.BaseObject).StartTime!.Value.ToUniversalTime()).Distinct().Count());
        Assert.All(charges, row => Assert.Equal(TimeSpan.FromHours(1), Length((Charge)row.BaseObject)));
    }

    [Fact]
    public async Task A_report_goes_to_CSV_flat_with_every_decimal_and_a_view_rounds_to_cents_but_shows_what_is_below_a_cent()
    {
        var service = await StartAsync(new BillingOptions { Storage = 0, Gone = 0 });
        service.Billing.Ledger.Add(new SimulatedUsage("tiny", "serverless", s_now.AddDays(-30), s_now.AddDays(-30).AddSeconds(1)) { Price = 0.144m });
        var shell = Connect(service);

        var csv = string.Join('\n', shell.Texts("$report = Get-NovitaCostReport -Month 2026-10; $report | ConvertTo-Csv"));
        var shown = shell.Texts("$report | Out-String -Width 160").Single();

        Assert.StartsWith("\"Group\",\"Name\",\"Category\",\"Amount\",\"VoucherAmount\",\"PayAmount\",\"GpuHours\",\"Exists\"", csv, StringComparison.Ordinal);
        Assert.Contains("\"tiny\",,\"serverless\",\"0.00004\"", csv, StringComparison.Ordinal);
        Assert.Contains(" 260.40 ", shown, StringComparison.Ordinal);
        Assert.Contains(" 0.00004 ", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_transaction_is_in_cents_with_the_services_number_beside_it()
    {
        var service = await StartAsync(new BillingOptions());

        var row = (Transaction)Connect(service).Output("Get-NovitaTransaction -Type recharge -First 1").Single().BaseObject;

        Assert.Equal((50m, 5000m, "recharge"), (row.Amount, row.RawAmount, row.Type));
        Assert.Equal(s_now.AddDays(-1).UtcDateTime, row.Time?.ToUniversalTime());
    }

    [Fact]
    public async Task Transactions_are_after_and_before_the_times_given()
    {
        var service = await StartAsync(new BillingOptions());
        var shell = Connect(service).With("second", s_now.AddDays(-8).UtcDateTime).With("fourth", s_now.AddDays(-22).UtcDateTime);

        Assert.Equal(2, shell.Output("Get-NovitaTransaction -All -After $fourth -Before $second").Length);
        Assert.Equal(3, shell.Output("Get-NovitaTransaction -All -After $fourth -Before $second.AddMilliseconds(500)").Length);
        Assert.Equal(12, shell.Output("Get-NovitaTransaction -All").Length);
    }

    [Fact]
    public async Task Invoices_are_found_by_status()
    {
        var shell = Connect(await StartAsync(new BillingOptions()));

        var invoices = shell.Output("Get-NovitaInvoice -Status PENDING; Get-NovitaInvoice -Status pai*").Select(row => (Invoice)row.BaseObject).ToList();

        Assert.Equal("2026-11", invoices[0].Month);
        Assert.Equal(["pending", "paid"], invoices.Select(invoice => invoice.Status).Distinct());
        Assert.Equal("bill-2026-11", invoices[0].Id);
    }

    [Fact]
    public async Task An_amount_of_an_invoice_that_cannot_be_read_is_an_error_after_the_invoices()
    {
        var service = await StartAsync(new BillingOptions());
        using var fault = service.Intercept(async (context, next) =>
        {
            if (!context.Request.Path.Value!.EndsWith("/monthly/bill", StringComparison.Ordinal))
            {
                await next(context);
                return;
            }

            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync("""{"data":[{"billId":"a","billingMonth":"2026-11","totalAmount":"much"}]}"""u8.ToArray());
        });

        var run = Connect(service).Invoke("Get-NovitaInvoice -StartMonth 2026-11");

        Assert.Null(((Invoice)Assert.Single(run.Output).BaseObject).TotalAmount);
        Assert.Equal(("ValueUnreadable", "a"), (run.ErrorId, run.Error.TargetObject));
    }

    [Fact]
    public async Task A_deadline_stands_for_its_instance()
    {
        var service = await StartAsync(new BillingOptions());
        service.Fleet.Add(new SimulatedInstance { Id = "ends", BillingMode = "monthly", EndTime = s_now.AddDays(3) });
        var shell = Connect(service);

        var extended = shell.Output("Get-NovitaDeadline -Days 5 | Where-Object Kind -eq SubscriptionEnd | Update-NovitaSubscription -Month 1 -Confirm:$false").Single();

        Assert.Equal(s_now.AddDays(3).AddMonths(1).UtcDateTime, ((Instance)extended.BaseObject).EndTime?.ToUniversalTime());
    }

    private static TimeSpan Length(Charge charge) => charge.EndTime!.Value.ToUniversalTime() - charge.StartTime!.Value.ToUniversalTime();

    private async Task<SimulatedService> StartAsync(BillingOptions billing)
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = UseFastTime(s_now).Provider, Billing = billing });
        service.Fleet.Load([new SimulatedInstance { Id = "live", Name = "train-1", RunningSince = s_now.AddDays(-300) }]);
        return service;
    }
}
