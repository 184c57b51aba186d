namespace Novita.Client.Parallel;

/// <summary>Runs an action for many items, several at the same time, and returns the results in the order of the items.</summary>
/// <typeparam name="TItem">An item.</typeparam>
/// <typeparam name="TResult">The result for one item.</typeparam>
internal sealed class OrderedParallel<TItem, TResult>
{
    private readonly IReadOnlyList<TItem> _items;
    private readonly int _limit;
    private readonly Func<TItem, Task<TResult>> _act;
    private readonly Queue<(TItem Item, Task<TResult> Task)> _pending = new();
    private int _started;

    /// <summary>Prepares the actions. No action is started before the first <see cref="NextAsync"/>.</summary>
    /// <param name="items">The items.</param>
    /// <param name="limit">The maximum number of actions that run at the same time, at least 1.</param>
    /// <param name="act">
    /// The action. A <see cref="NovitaException"/> is that item's error; any other exception is thrown by <see cref="NextAsync"/>.
    /// </param>
    public OrderedParallel(IReadOnlyList<TItem> items, int limit, Func<TItem, Task<TResult>> act)
    {
        _items = items;
        _limit = limit;
        _act = act;
    }

    /// <summary>The number of items.</summary>
    public int Count => _items.Count;

    /// <summary>Returns the next item's result or error; null after the last.</summary>
    public async Task<ItemResult<TItem, TResult>?> NextAsync()
    {
        while (_pending.Count < _limit && _started < _items.Count)
        {
            var next = _items[_started++];
            _pending.Enqueue((next, StartAsync(next)));
        }

        if (_pending.Count == 0)
        {
            return null;
        }

        var (item, task) = _pending.Peek();
        try
        {
            return new ItemResult<TItem, TResult>(item, await task.ConfigureAwait(false), null);
        }
        catch (NovitaException error)
        {
            return new ItemResult<TItem, TResult>(item, default, error);
        }
        finally
        {
            _pending.Dequeue();
        }
    }

    /// <summary>Waits for the actions that have started. No more are started, and their failures count as observed.</summary>
    public Task DrainAsync() => Task.WhenAll(_pending.Select(pending => pending.Task.ObserveAsync()));

    /// <summary>Starts an action; an exception that it throws synchronously becomes the task's exception.</summary>
    private async Task<TResult> StartAsync(TItem item) => await _act(item).ConfigureAwait(false);
}
