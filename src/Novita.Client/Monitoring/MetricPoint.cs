using Novita.Client.Json;

namespace Novita.Client.Monitoring;

/// <summary>One point of a series.</summary>
internal sealed class MetricPoint
{
    private const long FirstMilliseconds = 100_000_000_000;

    /// <summary>Seconds since 1970.</summary>
    public long Seconds { get; private set; }

    /// <summary>The value; null for a value that is not a number.</summary>
    public decimal? Value { get; private set; }

    /// <summary>How the object is read from JSON.</summary>
    public static Shape<MetricPoint> Shape { get; } = new Shape<MetricPoint>(() => new())
        .Add("timestamp", (point, ref reader) => point.Seconds = ToSeconds(JsonInt64.Read(ref reader) ?? 0))
        .Add("value", (point, ref reader) => point.Value = JsonDecimal.ReadOrSkip(ref reader));

    private static long ToSeconds(long time) => time >= FirstMilliseconds ? time / 1000 : time;
}
