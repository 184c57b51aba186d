using System.Diagnostics;

namespace Novita.Client;

/// <summary>Time, as far as the client needs it. (TimeProvider would bring a DLL that PowerShell 7 does not have.)</summary>
internal class Clock
{
    /// <summary>The machine's clock.</summary>
    public static Clock System { get; } = new();

    public virtual DateTimeOffset UtcNow => DateTimeOffset.UtcNow;

    /// <summary>Time that passes evenly, since some moment: what spans are measured by.</summary>
    public virtual TimeSpan Uptime => TimeSpan.FromSeconds((double)Stopwatch.GetTimestamp() / Stopwatch.Frequency);

    public virtual Task Delay(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(Bounded(delay), cancellationToken);

    /// <summary>Makes a source that is cancelled after <paramref name="delay"/>.</summary>
    public virtual CancellationTokenSource CancelAfter(TimeSpan delay) => new(Bounded(delay));

    /// <summary>Timers take 24 days at most, which is as good as for ever.</summary>
    private static TimeSpan Bounded(TimeSpan delay) =>
        delay.TotalMilliseconds < int.MaxValue ? delay : TimeSpan.FromMilliseconds(int.MaxValue);
}
