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

    [Theory]
    [InlineData("\"totalAmount\":\"much\"", "totalAmount", "is not a number")]
    [InlineData("\"billingMonth\":\"October\"", "billingMonth", "is not a month")]
    public async Task An_invoice_with_a_value_that_cannot_be_read_is_kept_and_says_which(string member, string path, string problem)
    {
        using var test = new TestClient(Answers.Json(200, $$"""{"data":[{"billId":"a","billingMonth":"2026-10","debtAmount":"5",{{member}}}]}"""));

        var invoice = Assert.Single(await InvoiceReader.ReadAsync(test.Client, "2026-10", "2026-10", test.Call));

        Assert.Equal(("a", 0.0005m), (invoice.Id, invoice.DebtAmount));
        Assert.Equal((path, problem), invoice.Unreadable!.Select(value => (value.Path, value.Problem)).Single());
        Assert.Contains(test.Events, told => told.Text.Contains($"The value of '{path}' could not be read in invoice 'a'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Of_a_list_that_comes_twice_the_last_counts_even_where_the_first_is_longer_and_has_a_value_that_cannot_be_read()
    {
        using var test = new TestClient(Answers.Json(200, """{"data":[{"billId":"a"},{"billId":"b","totalAmount":"much"}],"data":[{"billId":"c"}]}"""));

        Assert.Equal("c", Assert.Single(await InvoiceReader.ReadAsync(test.Client, "2026-10", "2026-10", test.Call)).Id);
    }

    private static Task<Session> StartAsync(BillingOptions options) => Account.StartAsync(
        options, new SimulatedInstance { Id = "live", RunningSince = new DateTimeOffset(2026, 3, 30, 5, 0, 1, TimeSpan.Zero) });
}
