using Novita.Client.Requests;

namespace Novita.Client.Tests.Billing;

public sealed class MoneyTests
{
    private static readonly DateTimeOffset s_newYear = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("\"amount\":\"12300\",\"voucherAmount\":\"2300\",\"payAmount\":\"10000\"")]
    [InlineData("\"amount\":12300,\"voucherAmount\":2300,\"payAmount\":10000")]
    [InlineData("\"amountDecimal\":\"1.23\",\"voucherAmountDecimal\":\"0.23\",\"payableDecimal\":\"1\"")]
    [InlineData("\"amountDecimal\":1.23,\"voucherAmountDecimal\":0.23,\"payableDecimal\":1")]
    [InlineData("\"amountDecimal\":\"1.23\",\"amount\":\"9\",\"voucherAmount\":\"9\",\"voucherAmountDecimal\":\"0.23\",\"payAmount\":9,\"payableDecimal\":\"1.00\"")]
    [InlineData("\"amountDecimal\":\"\",\"amount\":\"12300\",\"voucherAmountDecimal\":null,\"voucherAmount\":\"2300\",\"payAmount\":\"10000\"")]
    public async Task The_same_money_is_read_from_every_form(string members)
    {
        var charge = await ReadAsync(members);

        Assert.Equal((1.23m, 0.23m, 1m), (charge.Amount, charge.VoucherAmount, charge.PayAmount));
    }

    [Fact]
    public async Task A_charge_below_the_smallest_whole_number_is_not_lost()
    {
        Assert.Equal(0.00004m, (await ReadAsync("\"amount\":\"0\",\"amountDecimal\":\"0.00004\"")).Amount);
    }

    [Theory]
    [InlineData("gpu", "4090.16c62g", "7200", 2.0, "GPU-hour")]
    [InlineData("serverless", "SL-serverless-3", "1800", 0.5, "GPU-hour")]
    [InlineData("cloud_storage", "network", "86400000", 1000.0, "GB-day")]
    [InlineData("serverless", "serverless-local", "86400", 1.0, "GB-day")]
    [InlineData("llm", "model", "1500", 1500.0, null)]
    public async Task Quantities_are_in_the_unit_of_their_price(string category, string product, string sent, double quantity, string? unit)
    {
        var charge = await ReadAsync($"\"productId\":\"{product}\",\"billNum0\":\"{sent}\",\"discountPrice0\":\"35000\",\"pricePrecision\":10", category);

        Assert.Equal(((decimal)quantity, unit, 0.35m), (charge.Quantity, charge.Unit, charge.UnitPrice));
    }

    [Theory]
    [InlineData("\"1\"", "onDemand")]
    [InlineData("2", "subscription")]
    [InlineData("\"4\"", "spot")]
    [InlineData("7", "7")]
    [InlineData("\"\"", null)]
    public async Task Billing_methods_have_names_where_they_are_known(string code, string? name) =>
        Assert.Equal(name, (await ReadAsync($"\"billingMethod\":{code}")).BillingMethod);

    [Theory]
    [InlineData("{\"availableBalance\":\"1000000\",\"cashBalance\":\"800000\",\"creditLimit\":\"200000\",\"pendingCharges\":\"0\"}")]
    [InlineData("{\"availableBalance\":1000000,\"cashBalance\":800000,\"creditLimit\":200000,\"pendingCharges\":0}")]
    public async Task A_balance_is_in_USD_and_a_missing_member_is_null(string body)
    {
        using var test = new TestClient(Answers.Json(200, body));

        var balance = await test.Client.GetBalanceAsync(test.Call);

        Assert.Equal((100m, 80m, 20m, 0m), (balance.AvailableBalance, balance.CashBalance, balance.CreditLimit, balance.PendingCharges));
        Assert.Null(balance.OutstandingInvoices);
        Assert.EndsWith("/openapi/v1/billing/balance/detail", test.Handler.Single.RequestUri!.AbsoluteUri, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"rows\":[]}", "no bills")]
    [InlineData("[]", "wrong type")]
    [InlineData("null", "null")]
    public async Task What_is_no_bill_is_an_invalid_response(string body, string problem)
    {
        using var test = new TestClient(Answers.Json(200, body));

        var error = await Assert.ThrowsAsync<NovitaException>(() =>
            test.Client.GetChargesAsync(new ChargeQuery("gpu"), s_newYear, s_newYear.AddDays(1), test.Call));

        Assert.Equal(NovitaErrorKind.ResponseInvalid, error.Kind);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    private static async Task<Charge> ReadAsync(string members, string category = "gpu")
    {
        using var test = new TestClient(Answers.Json(200, $$"""{"bills":[{"startTime":"1767225600","endTime":"1767311999",{{members}}}]}"""));
        return Assert.Single(await test.Client.GetChargesAsync(new ChargeQuery(category), s_newYear, s_newYear.AddDays(1), test.Call));
    }
}
