using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;

namespace Novita.Client.Tests.Fixtures;

/// <summary>A clock that stands until a test moves it. With <see cref="IsImpatient"/> every wait is over at once, and the clock moves by its length.</summary>
internal sealed class TestClock : Clock
{
    private readonly FakeTimeProvider _time = new();

    public TestClock(DateTimeOffset? start = null)
    {
        if (start is { } time)
        {
            _time.SetUtcNow(time);
        }
    }

    /// <summary>The same clock, for a service to go by.</summary>
    public TimeProvider Provider => _time;

    public bool IsImpatient { get; init; } = true;

    /// <summary>The waits that were begun, in order.</summary>
    public ConcurrentQueue<TimeSpan> Waits { get; } = new();

    public IEnumerable<double> WaitsInSeconds => Waits.Select(wait => wait.TotalSeconds);

    /// <summary>How far the wall clock was set ahead, or back.</summary>
    public TimeSpan WallClockError { get; set; }

    public override DateTimeOffset UtcNow => _time.GetUtcNow() + WallClockError;

    public override TimeSpan Uptime => _time.GetUtcNow() - DateTimeOffset.UnixEpoch;

    public override Task Delay(TimeSpan delay, CancellationToken cancellationToken)
    {
        // Begun first and told then: whoever sees the wait may move the clock.
        var wait = Task.Delay(delay, _time, cancellationToken);
        Waits.Enqueue(delay);
        if (IsImpatient && !cancellationToken.IsCancellationRequested)
        {
            _time.Advance(delay);
            return Task.CompletedTask;
        }

        return wait;
    }

    public override CancellationTokenSource CancelAfter(TimeSpan delay) => new(delay, _time);

    public void Advance(TimeSpan by) => _time.Advance(by);
}
