using Novita.Client.Billing;
using Novita.Client.Requests;
using Novita.Simulator;
using Novita.Simulator.Areas.Billing;

namespace Novita.Client.Tests.Billing;

public sealed class ChargeReaderTests
{
    private static readonly DateTimeOffset s_newYear = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(BillingCycle.Hour, 12)]
    [InlineData(BillingCycle.Day, 12)]
    [InlineData(BillingCycle.Week, 14)]
    [InlineData(BillingCycle.Month, 12)]
    public async Task A_year_takes_a_request_for_each_31_days_and_adds_up_to_the_ledger(BillingCycle cycle, int requests)
    {
        await using var account = await StartAsync();
        var year = new BillingPeriod(s_newYear.AddYears(-1), s_newYear);

        var charges = await account.ReadChargesAsync(year, "gpu", cycle);

        Assert.Equal(requests, account.Service.Requests.Count);

        // A week belongs to the year that holds its middle: the first begins on Monday, 30 December, the last ends before Monday, 29 December.
        var (begin, end) = cycle == BillingCycle.Week
            ? (new DateTimeOffset(2024, 12, 30, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2025, 12, 29, 0, 0, 0, TimeSpan.Zero))
            : (year.After, year.Before!.Value);
        Assert.Equal(account.Ledger.Total(begin, end), charges.Sum(charge => charge.Amount));
        Assert.Equal(charges.Count, charges.Select(charge => (charge.StartTime?.ToUniversalTime(), charge.OwnerId)).Distinct().Count());
    }

    /// <summary>The clocks change in March and April, and in October and November.</summary>
    [Theory]
    [InlineData("Europe/Berlin", 3)]
    [InlineData("Europe/Berlin", 10)]
    [InlineData("America/New_York", 3)]
    [InlineData("America/New_York", 10)]
    [InlineData("Asia/Kolkata", 10)]
    [InlineData("Australia/Lord_Howe", 3)]
    [InlineData("Australia/Lord_Howe", 10)]
    public async Task Two_months_that_meet_share_no_charge_and_lose_none_in_any_time_zone(string zone, int first)
    {
        await using var account = await StartAsync();
        DateTime Local(int month) => TimeZoneInfo.ConvertTimeToUtc(new DateTime(2025, month, 1), TimeZoneInfo.FindSystemTimeZoneById(zone));
        var (begin, middle, end) = (Local(first), Local(first + 1), Local(first + 1).AddDays(30));

        foreach (var cycle in new[] { BillingCycle.Hour, BillingCycle.Day })
        {
            var both = await account.ReadChargesAsync(BillingPeriod.Between(begin, end, Account.Now), "gpu", cycle);
            var one = await account.ReadChargesAsync(BillingPeriod.Between(begin, middle, Account.Now), "gpu", cycle);
            var other = await account.ReadChargesAsync(BillingPeriod.Between(middle, end, Account.Now), "gpu", cycle);

            Assert.NotEmpty(one);
            Assert.Equal(both.Sum(charge => charge.Amount), one.Concat(other).Sum(charge => charge.Amount));
            Assert.Equal(both.Count, one.Count + other.Count);
        }
    }

    [Theory]
    [InlineData("Europe/Berlin")]
    [InlineData("America/New_York")]
    [InlineData("Asia/Tokyo")]
    public async Task A_local_month_means_the_days_of_the_bill_with_the_same_dates(string zone)
    {
        await using var account = await StartAsync();
        DateTime Local(int month) => TimeZoneInfo.ConvertTimeToUtc(new DateTime(2026, month, 1), TimeZoneInfo.FindSystemTimeZoneById(zone));

        var days = await account.ReadChargesAsync(BillingPeriod.Between(Local(10), Local(11), Account.Now));

        Assert.Equal(account.Ledger.Total(new(2026, 10, 1, 0, 0, 0, default), new(2026, 11, 1, 0, 0, 0, default)), days.Sum(day => day.Amount));
    }

    [Fact]
    public async Task A_week_that_reaches_into_two_requests_is_one_charge()
    {
        await using var account = await StartAsync();

        // Every response has the whole of each week that it touches.
        var weeks = await account.ReadChargesAsync(new BillingPeriod(s_newYear, s_newYear.AddDays(120)), "gpu", BillingCycle.Week);

        // The Mondays from 29 December to 27 April: the middle of each week lies in the period.
        Assert.Equal(18, weeks.Select(week => week.StartTime).Distinct().Count());
        Assert.Equal(weeks.Count, weeks.Select(week => (week.StartTime, week.OwnerId)).Distinct().Count());
        Assert.All(weeks, week => Assert.Equal(TimeSpan.FromDays(7), week.EndTime!.Value.ToUniversalTime() - week.StartTime!.Value.ToUniversalTime()));
    }

    [Fact]
    public async Task Charges_that_are_alike_are_all_kept()
    {
        await using var account = await StartAsync();
        var usage = new SimulatedUsage("twin", "serverless", s_newYear, s_newYear.AddDays(1));
        account.Ledger.Add(usage);
        account.Ledger.Add(usage);

        var charges = await account.ReadChargesAsync(new BillingPeriod(s_newYear, s_newYear.AddDays(40)), "serverless");

        Assert.Equal(2, charges.Count);
    }

    [Fact]
    public async Task A_line_that_two_requests_answer_with_is_one_charge()
    {
        const string Line = """{"bills":[{"startTime":"1767225600","endTime":"1798761599","amount":"10000","ownerID":"a"}]}""";
        using var test = new TestClient(Answers.Json(200, Line));
        var period = new BillingPeriod(s_newYear, s_newYear.AddDays(59));

        var lines = await new ChargeReader(test.Client, [new ChargeQuery("gpu") { IsFixedTerm = true }], period, test.Call).ReadToEndAsync();

        Assert.Equal(2, test.Handler.Count);
        var end = $"&endTime={period.Before!.Value.ToUnixTimeSeconds() - 1}";
        Assert.Contains(end, $"{test.Handler.Requests.Last().RequestUri}", StringComparison.Ordinal);
        Assert.Equal(1, Assert.Single(lines).Amount);
    }

    [Fact]
    public async Task The_end_is_exclusive_and_the_open_day_is_partial()
    {
        await using var account = await StartAsync();

        var days = await account.ReadChargesAsync(BillingPeriod.Between(Account.Now.UtcDateTime.AddDays(-3), null, Account.Now));

        var mine = days.Where(day => day.OwnerId == "live").ToList();
        Assert.Equal(4, mine.Count);
        Assert.All(mine.Zip(mine.Skip(1)), pair => Assert.Equal(pair.First.EndTime, pair.Second.StartTime));
        Assert.Equal([false, false, false, true], mine.Select(day => day.IsPartial));
        Assert.Equal(account.Ledger.Total(new(2026, 11, 26, 0, 0, 0, default), Account.Now), days[^1].Amount);
    }

    [Fact]
    public async Task What_fails_ends_the_reading_with_its_error()
    {
        await using var account = await StartAsync();
        account.Service.Refuse("/billing/bill/list", new ApiError(400, "INVALID_BILL_CYCLE", "no such cycle"));

        var period = new BillingPeriod(s_newYear, s_newYear.AddDays(90));
        var error = await Assert.ThrowsAsync<NovitaException>(() => account.ReadChargesAsync(period));

        Assert.Equal("INVALID_BILL_CYCLE", error.Reason);
        Assert.Equal("charge", error.Subject?.Noun);
    }

    private static async Task<Session> StartAsync()
    {
        var account = await Account.StartAsync(null, new SimulatedInstance { Id = "live", RunningSince = s_newYear.AddYears(-2).AddSeconds(77) });
        account.Ledger.Add(new SimulatedUsage("spot", "gpu", s_newYear.AddYears(-1).AddHours(3.3), s_newYear.AddMonths(5)) { Price = 0.175m, BillingMethod = 4 });
        return account;
    }
}
