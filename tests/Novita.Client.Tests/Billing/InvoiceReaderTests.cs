using Novita.Client.Billing;
using Novita.Simulator;
using Novita.Simulator.Areas.Billing;

namespace Novita.Client.Tests.Billing;

public sealed class InvoiceReaderTests
{
    [Theory]
    [InlineData(null, 1)]
    [InlineData(5, 3)]
    [InlineData(1, 14)]
    public async Task All_months_are_found_however_many_come_at_a_time(int? max, int requests)
    {
        await using var account = await StartAsync(new BillingOptions { MaxInvoices = max, Storage = 0, Gone = 0 });

        var invoices = await InvoiceReader.ReadAsync(account.Client, null, null, account.Call);

        Assert.Equal(["2026-03", "2026-04", "2026-05", "2026-06", "2026-07", "2026-08", "2026-09", "2026-10", "2026-11"], invoices.Select(invoice => invoice.Month));
        Assert.Equal(requests, account.Service.Requests.Count);
        Assert.Equal(account.Ledger.Total(Account.Now.AddYears(-2), Account.Now), invoices.Sum(invoice => invoice.TotalAmount));
        Assert.All(invoices, invoice => Assert.Equal(invoice.TotalAmount, invoice.VoucherAmount + invoice.CashAmount));
    }

    [Fact]
    public async Task Only_the_months_that_were_asked_for_come()
    {
        await using var account = await StartAsync(new BillingOptions { Storage = 0, Gone = 0 });

        var invoices = await InvoiceReader.ReadAsync(account.Client, "2026-05", "2026-06", account.Call);

        Assert.Equal(["2026-05", "2026-06"], invoices.Select(invoice => invoice.Month));
        Assert.Equal(new DateTime(2026, 6, 1, 0, 0, 0, DateTimeKind.Utc), invoices[0].EndTime?.ToUniversalTime());
    }

    [Fact]
    public async Task An_end_before_the_start_is_no_error()
    {
        await using var account = await StartAsync(new BillingOptions { Storage = 0, Gone = 0 });

        var running = Assert.Single(await InvoiceReader.ReadAsync(account.Client, "2026-11", null, account.Call));

        Assert.Equal("pending", running.Status);
        Assert.True(running.EndTime <= running.StartTime);
        Assert.Null(running.InvoiceUrl);
    }

    [Fact]
    public async Task Months_in_the_wrong_order_are_refused_before_anything_is_sent()
    {
        await using var account = await StartAsync(new BillingOptions());

        var error = await Assert.ThrowsAsync<NovitaException>(() => InvoiceReader.ReadAsync(account.Client, "2026-06", "2026-05", account.Call));

        Assert.Equal(NovitaErrorKind.RequestInvalid, error.Kind);
        Assert.Empty(account.Service.Requests);
    }

    private static Task<Session> StartAsync(BillingOptions options) => Account.StartAsync(
        options, new SimulatedInstance { Id = "live", RunningSince = new DateTimeOffset(2026, 3, 30, 5, 0, 1, TimeSpan.Zero) });
}
