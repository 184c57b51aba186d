using System.Globalization;
using Novita.Client.Text;

namespace Novita.Client.Billing;

/// <summary>A time to read bills for. Both ends may be any instant; the service bills by whole cycles in UTC.</summary>
/// <param name="After">When it begins.</param>
/// <param name="Before">When it ends, exclusive; null for the cycle that is running, that cycle included.</param>
public sealed record BillingPeriod(DateTimeOffset After, DateTimeOffset? Before)
{
    /// <summary>The longest time that the service takes in one request.</summary>
    public const int MaxDays = 31;

    private const int DaysOfWeeks = 28;
    private const string MonthFormat = "yyyy-MM";

    private static readonly DateTimeOffset s_monday = new(1970, 1, 5, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Makes a period of two times of any kind; one without a time zone is local.</summary>
    /// <param name="after">When it begins; null for 31 days before the end.</param>
    /// <param name="before">When it ends, exclusive; null for now, the running cycle included.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="NovitaException">It would end before it begins (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static BillingPeriod Between(DateTime? after, DateTime? before, DateTimeOffset now)
    {
        var end = Utc(before);
        var begin = Utc(after) ?? (end ?? now).AddDays(-MaxDays);
        return begin < (end ?? now) ? new(begin, end) : throw Limits.Invalid(end is null
            ? $"After is {Show(begin)}, which is not in the past."
            : $"Before is {Show(end.Value)}, but must be later than After, {Show(begin)}.");
    }

    /// <summary>Makes the period of a month in UTC, as the service's invoices have it.</summary>
    /// <param name="month">The month, <c>yyyy-MM</c>.</param>
    /// <exception cref="NovitaException">It is not a month (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static BillingPeriod OfMonth(string month) => OfMonth(ParseMonth(month));

    /// <summary>Makes the period of the last whole month in UTC.</summary>
    public static BillingPeriod LastMonth(DateTimeOffset now) => OfMonth(Floor(now, BillingCycle.Month).AddMonths(-1));

    /// <summary>Reads a month and returns its first instant.</summary>
    /// <exception cref="NovitaException">It is not a month (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    internal static DateTimeOffset ParseMonth(string month) =>
        DateTimeOffset.TryParseExact(month, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var first)
            ? first
            : throw Limits.Invalid(
                $"'{VisibleText.Of(VisibleText.Shorten(month, 60))}' is not a month. Write it as year and month, such as 2026-10.");

    /// <summary>Writes the month of an instant, in UTC.</summary>
    internal static string ToMonth(DateTimeOffset time) => time.UtcDateTime.ToString(MonthFormat, CultureInfo.InvariantCulture);

    /// <summary>
    /// Splits the period into parts of at most 31 days, each from a whole cycle to a whole cycle, without a gap and without an overlap.
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
    /// Splits the period into parts of at most 31 days from its very beginning to its very end: lines of a fixed term have no cycle.
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
    /// Tells whether a charge belongs to the period: the middle of its cycle does. So a charge belongs to one of two periods that meet, and
    /// local dates mean the same days up to twelve hours from UTC.
    /// </summary>
    internal bool Contains(Charge charge, DateTimeOffset now)
    {
        if (charge.StartTime is not { } start)
        {
            return true;
        }

        // Of the running cycle only the part counts that has passed.
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

    /// <summary>The beginning of the cycle that holds an instant; hours are asked for by whole days.</summary>
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
