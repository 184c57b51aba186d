using Novita.Client;

namespace Novita.Commands.Base;

/// <summary>Passes events from any thread to the pipeline thread, the only thread that may write output.</summary>
internal sealed class EventQueue
{
    // A pause is shown again only if it grows by this much: the 429 responses of one burst ask for nearly the same pause.
    private static readonly TimeSpan s_minGrowth = TimeSpan.FromSeconds(1);

    private readonly Queue<ClientEvent> _events = new();
    private TimeSpan _shownPauseEnd;

    /// <summary>
    /// Adds an event. Thread-safe. Events of requests that wait for the same pause are deduplicated: only the first is kept.
    /// </summary>
    public void Add(ClientEvent clientEvent)
    {
        lock (_events)
        {
            if (clientEvent.PauseEnd is { } end)
            {
                if (clientEvent.Kind == ClientEventKind.Pause && end - _shownPauseEnd < s_minGrowth)
                {
                    return;
                }

                _shownPauseEnd = end;
            }

            _events.Enqueue(clientEvent);
            Monitor.PulseAll(_events);
        }
    }

    /// <summary>Returns events as they arrive, until <paramref name="task"/> has completed and the queue is empty.</summary>
    public IEnumerable<ClientEvent> TakeUntilDone(Task task)
    {
        task.ContinueWith(_ => Wake(), TaskScheduler.Default);
        while (TryTake(task) is { } clientEvent)
        {
            yield return clientEvent;
        }
    }

    private ClientEvent? TryTake(Task task)
    {
        lock (_events)
        {
            while (_events.Count == 0 && !task.IsCompleted)
            {
                Monitor.Wait(_events);
            }

            return _events.Count > 0 ? _events.Dequeue() : null;
        }
    }

    private void Wake()
    {
        lock (_events)
        {
            Monitor.PulseAll(_events);
        }
    }
}
