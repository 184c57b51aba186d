using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Requests;

/// <summary>Ways to pay that go together, and those that do not.</summary>
public sealed class BillingTests
{
    [Theory]
    [InlineData(null, null, null, null)]
    [InlineData(0, "onDemand", false, null)]
    [InlineData(0, "spot", null, null)]
    [InlineData(1, null, true, 12)]
    [InlineData(120, "monthly", true, 1)]
    [InlineData(1, "MONTHLY", null, null)]
    [InlineData(null, "monthly", true, 3)]
    [InlineData(null, "aNewOne", null, null)]
    public async Task What_goes_together_is_sent(int? month, string? mode, bool? renew, int? renewMonth)
    {
        using var test = new TestClient(Answers.Json(200, "{\"id\":\"a1\"}"));

        await test.Client.CreateInstanceAsync(Wanted.Gpu with { Month = month, BillingMode = mode, AutoRenew = renew, AutoRenewMonth = renewMonth }, test.Call);

        Assert.Equal(1, test.Handler.Count);
    }

    [Theory]
    [InlineData("onDemand")]
    [InlineData("spot")]
    [InlineData("aNewOne")]
    public async Task A_subscription_is_not_paid_in_another_way(string mode)
    {
        var message = await CreationLimitTests.RefusalAsync(Wanted.Gpu with { Month = 3, BillingMode = mode });

        Assert.Contains("Month is 3", message, StringComparison.Ordinal);
        Assert.Contains($"BillingMode is '{mode}'", message, StringComparison.Ordinal);
        Assert.Contains("Leave one of them out", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null, true, null)]
    [InlineData(0, null, true, null)]
    [InlineData(null, "spot", true, null)]
    [InlineData(null, "onDemand", null, 3)]
    [InlineData(0, null, false, 3)]
    public async Task Only_a_subscription_renews_itself(int? month, string? mode, bool? renew, int? renewMonth) => Assert.Contains(
        "Only a subscription renews itself. Give Month too",
        await CreationLimitTests.RefusalAsync(Wanted.Gpu with { Month = month, BillingMode = mode, AutoRenew = renew, AutoRenewMonth = renewMonth }),
        StringComparison.Ordinal);
}
