using System.Globalization;
using Novita.Client.Http;

namespace Novita.Client.Requests;

/// <summary>
/// The time range and the interval of metrics to read. The range is checked here, because the service replaces a bad range by another one.
/// </summary>
public sealed record MetricRange
{
    /// <summary>The minimum interval, in seconds.</summary>
    public const int MinIntervalSec = 15;

    private const int MinLengthSec = 60;

    private static readonly TimeSpan s_defaultLength = TimeSpan.FromHours(1);

    private MetricRange(DateTimeOffset from, DateTimeOffset? to, int intervalSec)
    {
        From = from;
        To = to;
        IntervalSec = intervalSec;
    }

    /// <summary>The beginning.</summary>
    public DateTimeOffset From { get; }

    /// <summary>The end; null for now.</summary>
    public DateTimeOffset? To { get; }

    /// <summary>The interval of two points, in seconds.</summary>
    public int IntervalSec { get; }

    /// <summary>Creates a range.</summary>
    /// <param name="after">The beginning; null for an hour before the end.</param>
    /// <param name="before">The end, not after <paramref name="now"/>; null for now.</param>
    /// <param name="intervalSec">The interval of two points in seconds, at least 15.</param>
    /// <param name="now">The current time.</param>
    /// <exception cref="NovitaException">The range or the interval is not valid (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static MetricRange Create(DateTime? after, DateTime? before, int intervalSec, DateTimeOffset now)
    {
        Limits.Range(nameof(IntervalSec), intervalSec, MinIntervalSec, int.MaxValue);
        var to = ReadTime("Before", before);
        if (to > now)
        {
            throw Limits.Invalid($"Before is {Text(to.Value)}, which is in the future: there are no metrics of that time yet.");
        }

        var end = to ?? now;
        var from = ReadTime("After", after) ?? end - s_defaultLength;
        return from <= end.AddSeconds(-MinLengthSec)
            ? new MetricRange(from, to, intervalSec)
            : throw Limits.Invalid($"After is {Text(from)}, but must be {MinLengthSec} s or more before the end, {Text(end)}.");
    }

    /// <summary>Returns the range of the newest points: metrics are about a minute late.</summary>
    public static MetricRange Latest(DateTimeOffset now) => new(now.AddMinutes(-5), null, MinIntervalSec);

    internal PathBuilder AddTo(PathBuilder path) => path
        .Add("startTime", Seconds(From))
        .Add("endTime", To is { } to ? Seconds(to) : null)
        .Add("interval", IntervalSec);

    private static DateTimeOffset? ReadTime(string name, DateTime? time)
    {
        if (time is not { } given)
        {
            return null;
        }

        return given.Year > 1970 ? new DateTimeOffset(given)
            : throw Limits.Invalid($"{name} is {given:s}, which is before there were any metrics.");
    }

    private static string Seconds(DateTimeOffset time) => time.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Text(DateTimeOffset time) => time.LocalDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
