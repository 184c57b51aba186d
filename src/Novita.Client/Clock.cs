using System.Diagnostics;

namespace Novita.Client;

/// <summary>The time and the timers of a client; tests replace the clock. (TimeProvider needs a DLL that PowerShell 7 lacks.)</summary>
internal class Clock
{
    /// <summary>The machine's clock.</summary>
    public static Clock System { get; } = new();

    public virtual DateTimeOffset UtcNow => DateTimeOffset.UtcNow;

    /// <summary>The time since a fixed moment, which setting the clock does not change; for measuring time spans.</summary>
    public virtual TimeSpan Uptime => TimeSpan.FromSeconds((double)Stopwatch.GetTimestamp() / Stopwatch.Frequency);

    public virtual Task Delay(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(Bounded(delay), cancellationToken);

    /// <summary>Returns a source that is cancelled after <paramref name="delay"/>.</summary>
    public virtual CancellationTokenSource CancelAfter(TimeSpan delay) => new(Bounded(delay));

    /// <summary>Limits a delay to 24 days, the longest that a timer takes.</summary>
    private static TimeSpan Bounded(TimeSpan delay) =>
        delay.TotalMilliseconds < int.MaxValue ? delay : TimeSpan.FromMilliseconds(int.MaxValue);
}
