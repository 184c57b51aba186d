namespace Novita.Simulator.Lives;

/// <summary>Does what is scheduled as if it had been done in time, though only when asked to. Its owner locks all but <see cref="IsDue"/>.</summary>
internal sealed class Timeline
{
    /// <summary>What is to happen when; at one time, in the order it was added.</summary>
    private readonly PriorityQueue<Action, (long Due, long Number)> _agenda = new();

    private readonly TimeProvider _time;
    private DateTimeOffset? _moment;
    private long _added;
    private long _nextDue = long.MaxValue;

    public Timeline(TimeProvider time) => _time = time;

    /// <summary>Whether there is something to do. Anybody may ask at any time; while nothing is scheduled, the clock is not even read.</summary>
    public bool IsDue => Volatile.Read(ref _nextDue) is var due && due < long.MaxValue && due <= _time.GetUtcNow().UtcTicks;

    /// <summary>The time by the clock; while something is done, the time at which it was due.</summary>
    public DateTimeOffset Now => _moment ?? _time.GetUtcNow();

    private long NextDue => _agenda.TryPeek(out _, out var entry) ? entry.Due : long.MaxValue;

    public void Add(DateTimeOffset due, Action action)
    {
        _agenda.Enqueue(action, (due.UtcTicks, _added++));
        if (_moment is null)
        {
            Volatile.Write(ref _nextDue, NextDue);
        }
    }

    /// <summary>Does all that is due, in order; nothing when called from what is being done, which sees its own time.</summary>
    public void CatchUp()
    {
        if (_moment is not null || !IsDue)
        {
            return;
        }

        var now = _time.GetUtcNow();

        try
        {
            while (NextDue <= now.UtcTicks && _agenda.TryDequeue(out var action, out var entry))
            {
                // What was added too late for its time happens now.
                _moment = new(Math.Max(entry.Due, _moment?.UtcTicks ?? 0), TimeSpan.Zero);
                action();
            }
        }
        finally
        {
            // Not earlier: until everything is done, nobody may believe that nothing is due.
            _moment = null;
            Volatile.Write(ref _nextDue, NextDue);
        }
    }
}
