using Novita.Client;

namespace Novita.Commands.Base;

/// <summary>Carries events from the threads where they happen to the one thread that may write to the pipeline.</summary>
internal sealed class EventQueue
{
    // By how much a pause must grow to be told again: the refusals of one burst ask for nearly the same.
    private static readonly TimeSpan s_noticeable = TimeSpan.FromSeconds(1);

    private readonly Queue<ClientEvent> _events = new();
    private TimeSpan _toldPauseEnd;

    /// <summary>
    /// Adds an event. Thread-safe, also after the last event was taken. Of the requests that wait for one pause, only the first event is
    /// kept.
    /// </summary>
    public void Add(ClientEvent clientEvent)
    {
        lock (_events)
        {
            if (clientEvent.PauseEnd is { } end)
            {
                if (clientEvent.Kind == ClientEventKind.Pause && end - _toldPauseEnd < s_noticeable)
                {
                    return;
                }

                _toldPauseEnd = end;
            }

            _events.Enqueue(clientEvent);
            Monitor.PulseAll(_events);
        }
    }

    /// <summary>Gives events as they come until <paramref name="task"/> is done and the queue is empty.</summary>
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
