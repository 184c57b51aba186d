namespace Novita.Simulator.Lives;

/// <summary>What is to happen when; at one time, in the order it was added.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<(DateTimeOffset Due, Action Action), (long Due, long Number)> _entries = new();
    private long _number;

    /// <summary>When the first entry is due, in UTC ticks; the end of time when there is none.</summary>
    public long NextDue => _entries.TryPeek(out _, out var priority) ? priority.Due : long.MaxValue;

    public void Add(DateTimeOffset due, Action action) => _entries.Enqueue((due, action), (due.UtcTicks, _number++));

    /// <summary>Takes out the first entry if it is due by then.</summary>
    public bool TryTake(DateTimeOffset now, out (DateTimeOffset Due, Action Action) entry)
    {
        entry = default;
        return NextDue <= now.UtcTicks && _entries.TryDequeue(out entry, out _);
    }
}
