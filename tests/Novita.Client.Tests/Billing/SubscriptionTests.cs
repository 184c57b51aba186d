using Novita.Client.Billing;
using Novita.Client.Operations;
using Novita.Simulator;
using Novita.Simulator.Areas.Billing;

namespace Novita.Client.Tests.Billing;

public sealed class SubscriptionTests
{
    private const string Buy = "/gpu/instance/transToMonthlyInstance";
    private const string Renew = "/gpu/instance/renewInstance";

    [Fact]
    public async Task A_purchase_or_an_extension_whose_response_is_lost_is_made_once_and_told_as_made()
    {
        await using var account = await StartAsync();
        account.Service.PerformButLose(Buy);
        account.Service.PerformButLose(Renew);

        await account.Client.BuySubscriptionAsync("a", 2, null, account.Call);
        await account.Client.ExtendSubscriptionAsync("a", 1, account.Call);

        Assert.Equal([2, 1], account.Ledger.Purchases.Select(purchase => purchase.Months));
        Assert.Contains(account.Events, told => told.Text.Contains("was lost, but it was bought, until", StringComparison.Ordinal));
        AssertSentOnce(account, Buy);
        AssertSentOnce(account, Renew);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_failure_that_bought_nothing_says_what_to_look_at_and_is_not_sent_again(bool renews)
    {
        await using var account = await StartAsync(renews ? Account.Now.AddDays(3) : null);
        account.Service.Refuse(renews ? Renew : Buy, new ApiError(500, "UNKNOWN", "failed"));

        var error = await Assert.ThrowsAsync<NovitaException>(() => renews
            ? account.Client.ExtendSubscriptionAsync("a", 1, account.Call)
            : account.Client.BuySubscriptionAsync("a", 1, null, account.Call));

        Assert.True(error.MayHaveHappened);
        Assert.Contains("as before. Read both again", error.Advice, StringComparison.Ordinal);
        Assert.Empty(account.Ledger.Purchases);
        AssertSentOnce(account, renews ? Renew : Buy);
    }

    [Fact]
    public async Task A_purchase_whose_response_is_lost_stays_open_where_the_instance_cannot_be_read()
    {
        using var test = new TestClient(Answers.Json(200, Bodies.Detail()), Answers.Status(500), Answers.Status(403));

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.BuySubscriptionAsync("a1", 1, null, test.Call));

        Assert.Equal((500, true), (error.StatusCode, error.MayHaveHappened));
        Assert.Contains("could not be looked at", error.Advice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_balance_that_is_too_low_is_a_refusal_and_nothing_is_looked_up()
    {
        await using var account = await StartAsync(options: new BillingOptions { Balance = 100 });

        var error = await Assert.ThrowsAsync<NovitaException>(() => account.Client.BuySubscriptionAsync("a", 1, null, account.Call));

        Assert.Equal(NovitaErrorKind.BalanceTooLow, error.Kind);
        Assert.False(error.MayHaveHappened);
        Assert.Equal(2, account.Service.Requests.Count);
    }

    [Theory]
    [InlineData(true, "Update-NovitaSubscription")]
    [InlineData(false, "")]
    public async Task Nothing_is_sent_to_buy_what_is_a_subscription_already_or_to_extend_what_is_not(bool isSubscription, string advice)
    {
        await using var account = await StartAsync(isSubscription ? Account.Now.AddDays(3) : null);

        var error = await Assert.ThrowsAsync<NovitaException>(() => isSubscription
            ? account.Client.BuySubscriptionAsync("a", 1, null, account.Call)
            : account.Client.ExtendSubscriptionAsync("a", 1, account.Call));

        Assert.Equal(NovitaErrorKind.InvalidState, error.Kind);
        Assert.Contains(advice, error.Message, StringComparison.Ordinal);
        Assert.Empty(account.Service.Requests.Changing);
    }

    [Fact]
    public async Task A_renewal_that_cannot_be_turned_on_is_a_warning_because_the_purchase_stands()
    {
        await using var account = await StartAsync();
        account.Service.Refuse("/gpu/instance/setAutoRenew", new ApiError(400, "REQUEST", "no"));

        await account.Client.BuySubscriptionAsync("a", 1, 1, account.Call);

        Assert.Contains(account.Events, told => told.Kind == ClientEventKind.Warning && told.Text.Contains("was bought", StringComparison.Ordinal));
        Assert.Single(account.Ledger.Purchases);
    }

    [Fact]
    public async Task An_end_that_does_not_move_is_a_warning_not_to_buy_again()
    {
        using var test = new TestClient(
            Answers.Json(200, Bodies.Detail("\"billingMode\":\"monthly\",\"endTime\":\"1767225600\"")),
            Answers.Json(200, "{}"),
            Answers.Json(200, Bodies.Detail("\"billingMode\":\"monthly\",\"endTime\":\"1767225600\"")));

        await test.Client.ExtendSubscriptionAsync("a1", 1, test.Call);

        Assert.Contains(test.Events, told => told.Kind == ClientEventKind.Warning && told.Text.Contains("before you buy again", StringComparison.Ordinal));
        Assert.Equal(["""{"instanceId":"a1","month":1}"""], test.Handler.Sent);
    }

    [Fact]
    public async Task Renewal_and_migration_are_set_as_documented()
    {
        await using var account = await StartAsync(Account.Now.AddDays(3));

        await account.Client.SetAutoRenewAsync("a", true, 3, account.Call);
        await account.Client.SetAutoMigrateAsync("a", true, true, account.Call);

        var instance = account.Service.Fleet.Find("a")!;
        Assert.Equal((3, true, true), (instance.AutoRenewMonths, instance.AutoMigrate, instance.MigratesSystemDisk));
    }

    [Fact]
    public async Task The_purchase_is_a_line_of_the_bill()
    {
        await using var account = await StartAsync();
        await account.Client.BuySubscriptionAsync("a", 2, null, account.Call);

        var period = BillingPeriod.Between(Account.Now.UtcDateTime.AddDays(-1), null, Account.Now);
        var line = Assert.Single(await account.ReadChargesAsync(period, new Client.Requests.ChargeQuery("gpu") { IsFixedTerm = true }));

        Assert.Equal((483.84m, 241.92m, "subscription", "a"), (line.Amount, line.UnitPrice, line.BillingMethod, line.OwnerId));
        Assert.Equal(Account.Now.AddMonths(2).UtcDateTime, line.EndTime?.ToUniversalTime());
    }

    private static void AssertSentOnce(Session account, string path) =>
        Assert.Single(account.Service.Requests, request => request.Path.EndsWith(path, StringComparison.Ordinal));

    private static Task<Session> StartAsync(DateTimeOffset? end = null, BillingOptions? options = null) => Account.StartAsync(
        options, new SimulatedInstance { Id = "a", BillingMode = end is null ? "onDemand" : "monthly", EndTime = end, RunningSince = Account.Now.AddHours(-1) });
}
