namespace Novita.Client.Http;

/// <summary>Time, as far as the client needs it. (TimeProvider would bring a DLL that PowerShell 7 does not have.)</summary>
internal class Clock
{
    public static Clock System { get; } = new();

    public virtual DateTimeOffset UtcNow => DateTimeOffset.UtcNow;

    public virtual Task Delay(TimeSpan delay, CancellationToken cancellationToken) => Task.Delay(delay, cancellationToken);

    /// <summary>Makes a source that is cancelled after <paramref name="delay"/>.</summary>
    public virtual CancellationTokenSource CancelAfter(TimeSpan delay) => new(delay);
}
