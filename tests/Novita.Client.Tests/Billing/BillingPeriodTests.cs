using Novita.Client.Billing;

namespace Novita.Client.Tests.Billing;

public sealed class BillingPeriodTests
{
    [Fact]
    public void A_month_is_a_month_in_UTC()
    {
        var month = BillingPeriod.OfMonth("2026-10");

        Assert.Equal(new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero), month.After);
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), month.Before);
        Assert.Equal(month, BillingPeriod.LastMonth(Account.Now));
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("10/2026")]
    [InlineData("October")]
    [InlineData("2026-10-01")]
    public void What_is_not_a_month_is_refused_with_the_way_to_write_one(string text)
    {
        var error = Assert.Throws<NovitaException>(() => BillingPeriod.OfMonth(text));

        Assert.Equal(NovitaErrorKind.RequestInvalid, error.Kind);
        Assert.Contains($"'{text}'", error.Message, StringComparison.Ordinal);
        Assert.Contains("2026-10", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_period_that_ends_before_it_begins_is_refused()
    {
        var now = Account.Now.UtcDateTime;

        Assert.Throws<NovitaException>(() => BillingPeriod.Between(now, now.AddHours(-1), Account.Now));
        Assert.Empty(BillingPeriod.Between(now.AddDays(1), null, Account.Now).Split(BillingCycle.Hour, Account.Now));
        Assert.Throws<NovitaException>(() => BillingPeriod.Between(now, now, Account.Now));
    }

    [Fact]
    public void Without_a_beginning_it_is_31_days_and_one_request()
    {
        var running = BillingPeriod.Between(null, null, Account.Now);
        var past = BillingPeriod.Between(null, new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc), Account.Now);

        Assert.Equal(new DateTimeOffset(2026, 10, 27, 0, 0, 0, TimeSpan.Zero), running.After);
        Assert.Equal(new DateTimeOffset(2026, 10, 1, 0, 0, 0, TimeSpan.Zero), past.After);
        Assert.Single(running.Split(BillingCycle.Day, Account.Now));
        Assert.Single(past.Split(BillingCycle.Day, Account.Now));
    }

    [Fact]
    public void The_open_day_is_in_a_period_that_ends_now()
    {
        var midnight = new DateTimeOffset(Account.Now.Date, TimeSpan.Zero);
        var today = new Charge { StartTime = midnight.LocalDateTime, EndTime = midnight.AddDays(1).LocalDateTime };

        Assert.True(new BillingPeriod(midnight, Account.Now).Contains(today, Account.Now));
    }

    [Theory]
    [InlineData(BillingCycle.Hour)]
    [InlineData(BillingCycle.Day)]
    [InlineData(BillingCycle.Week)]
    [InlineData(BillingCycle.Month)]
    public void Parts_are_whole_cycles_that_meet_and_hold_the_period(BillingCycle cycle)
    {
        for (var days = 1; days < 200; days += 13)
        {
            var period = new BillingPeriod(Account.Now.AddDays(-days).AddMinutes(days), Account.Now);

            var parts = period.Split(cycle, Account.Now).ToList();

            Assert.True(parts[0].From <= period.After && parts[^1].To >= period.Before);
            Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
            Assert.All(parts, part => Assert.InRange((part.To - part.From).TotalDays, 1, 31));
            Assert.All(parts, part => Assert.Equal(TimeSpan.Zero, part.From.UtcDateTime.TimeOfDay));
            Assert.All(parts, part => Assert.True(cycle != BillingCycle.Week || part.From.DayOfWeek == DayOfWeek.Monday));
            Assert.All(parts, part => Assert.True(cycle != BillingCycle.Month || part.From.Day == 1));
        }
    }
}
