using System.Globalization;
using Novita.Client.Text;

namespace Novita.Client.Billing;

/// <summary>The period of bills to read. Both ends may be any instant; the service bills by whole cycles in UTC.</summary>
/// <param name="After">The beginning.</param>
/// <param name="Before">The end, exclusive; null for the end of the running cycle.</param>
public sealed record BillingPeriod(DateTimeOffset After, DateTimeOffset? Before)
{
    /// <summary>The maximum number of days in one request.</summary>
    public const int MaxDays = 31;

    private const int DaysOfWeeks = 28;
    private const string MonthFormat = "yyyy-MM";

    private static readonly DateTimeOffset s_monday = new(1970, 1, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Returns the period between two times. A time without a time zone is local.</summary>
    /// <param name="after">The beginning; null for 31 days in UTC before the end.</param>
    /// <param name="before">The end, exclusive; null for the end of the running cycle.</param>
    /// <param name="now">The current time.</param>
    /// <exception cref="NovitaException">The end is not after the beginning (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static BillingPeriod Between(DateTime? after, DateTime? before, DateTimeOffset now)
    {
        var end = Utc(before);
        var begin = Utc(after) ?? Ceiling(end ?? now, BillingCycle.Day).AddDays(-MaxDays);
        return begin >= end
            ? throw Limits.Invalid($"Before is {Show(end!.Value)}, but must be later than After, {Show(begin)}.")
            : new(begin, end);
    }

    /// <summary>Returns the period of a month in UTC, as of the service's invoices.</summary>
    /// <param name="month">The month, <c>yyyy-MM</c>.</param>
    /// <exception cref="NovitaException">The text is not a month (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static BillingPeriod OfMonth(string month) => OfMonth(ParseMonth(month));

    /// <summary>Returns the period of the last whole month in UTC.</summary>
    public static BillingPeriod LastMonth(DateTimeOffset now) => OfMonth(Floor(now, BillingCycle.Month).AddMonths(-1));

    /// <summary>Parses a month and returns its first instant.</summary>
    /// <exception cref="NovitaException">The text is not a month (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    internal static DateTimeOffset ParseMonth(string month) =>
        DateTimeOffset.TryParseExact(month, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var first)
            ? first
            : throw Limits.Invalid($"'{VisibleText.Quote(month)}' is not a month. Write it as year and month, such as 2026-10.");

    /// <summary>Returns the month of an instant in UTC, <c>yyyy-MM</c>.</summary>
    internal static string ToMonth(DateTimeOffset time) => time.UtcDateTime.ToString(MonthFormat, CultureInfo.InvariantCulture);

    /// <summary>
    /// Splits the period into parts of at most 31 days, each of whole cycles, without a gap and without an overlap.
    /// </summary>
    internal IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Split(BillingCycle cycle, DateTimeOffset now)
    {
        var end = Ceiling(Before ?? now, cycle);
        for (var from = Floor(After, cycle); from < end;)
        {
            var to = cycle switch
            {
                BillingCycle.Month => from.AddMonths(1),
                BillingCycle.Week => from.AddDays(DaysOfWeeks),
                _ => from.AddDays(MaxDays),
            };
            to = to < end ? to : end;
            yield return (from, to);
            from = to;
        }
    }

    /// <summary>
    /// Splits the period into parts of at most 31 days, for lines of a fixed term, which have no cycle.
    /// </summary>
    internal IEnumerable<(DateTimeOffset From, DateTimeOffset To)> Split(DateTimeOffset now)
    {
        var end = Before ?? now.AddSeconds(1);
        for (var from = After; from < end; from = from.AddDays(MaxDays))
        {
            yield return (from, from.AddDays(MaxDays) < end ? from.AddDays(MaxDays) : end);
        }
    }

    /// <summary>
    /// Whether the middle of a charge's cycle is in the period. So a charge belongs to only one of two adjacent periods, and a local date
    /// selects the same day in UTC, up to twelve hours from UTC.
    /// </summary>
    internal bool Contains(Charge charge, DateTimeOffset now)
    {
        if (charge.StartTime is not { } start)
        {
            return true;
        }

        // For the running cycle, the middle of the part that has passed.
        var begin = start.ToUniversalTime();
        var end = charge.EndTime?.ToUniversalTime() ?? begin;
        end = end > now.UtcDateTime && begin < now.UtcDateTime ? now.UtcDateTime : end;
        var middle = begin + TimeSpan.FromTicks((end - begin).Ticks / 2);
        return middle >= After.UtcDateTime && !(middle >= Before?.UtcDateTime);
    }

    private static BillingPeriod OfMonth(DateTimeOffset first) => new(first, first.AddMonths(1));

    private static DateTimeOffset? Utc(DateTime? time) => time is { } given ? new DateTimeOffset(given.ToUniversalTime()) : null;

    private static DateTimeOffset Ceiling(DateTimeOffset time, BillingCycle cycle)
    {
        var floor = Floor(time, cycle);
        return floor == time ? time : cycle switch
        {
            BillingCycle.Month => floor.AddMonths(1),
            BillingCycle.Week => floor.AddDays(7),
            _ => floor.AddDays(1),
        };
    }

    /// <summary>Returns the beginning of the cycle that contains an instant; for hours, of the day.</summary>
    private static DateTimeOffset Floor(DateTimeOffset time, BillingCycle cycle)
    {
        var day = new DateTimeOffset(time.UtcDateTime.Date, TimeSpan.Zero);
        return cycle switch
        {
            BillingCycle.Month => day.AddDays(1 - day.Day),
            BillingCycle.Week => day.AddDays(-((day - s_monday).Days % 7)),
            _ => day,
        };
    }

    private static string Show(DateTimeOffset time) => time.LocalDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
