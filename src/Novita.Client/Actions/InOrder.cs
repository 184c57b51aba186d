namespace Novita.Client.Actions;

/// <summary>Does one thing for many items, several at a time, and gives the outcomes in the order of the items.</summary>
/// <typeparam name="TItem">What it is done for.</typeparam>
/// <typeparam name="TResult">What comes of it.</typeparam>
internal sealed class InOrder<TItem, TResult>
{
    private readonly IReadOnlyList<TItem> _items;
    private readonly int _limit;
    private readonly Func<TItem, Task<TResult>> _act;
    private readonly Queue<(TItem Item, Task<TResult> Task)> _pending = new();
    private int _begun;

    /// <summary>Prepares. Nothing is begun before the first <see cref="NextAsync"/>.</summary>
    /// <param name="items">What to do it for.</param>
    /// <param name="limit">How many at a time, at least 1.</param>
    /// <param name="act">Does it; what it throws other than a <see cref="NovitaException"/> ends everything.</param>
    public InOrder(IReadOnlyList<TItem> items, int limit, Func<TItem, Task<TResult>> act)
    {
        _items = items;
        _limit = limit;
        _act = act;
    }

    /// <summary>How many items there are.</summary>
    public int Count => _items.Count;

    /// <summary>Gives the next item's outcome; null when there is none left.</summary>
    public async Task<Outcome<TItem, TResult>?> NextAsync()
    {
        while (_pending.Count < _limit && _begun < _items.Count)
        {
            var next = _items[_begun++];
            _pending.Enqueue((next, BeginAsync(next)));
        }

        if (_pending.Count == 0)
        {
            return null;
        }

        var (item, task) = _pending.Peek();
        try
        {
            return new Outcome<TItem, TResult>(item, await task.ConfigureAwait(false), null);
        }
        catch (NovitaException error)
        {
            return new Outcome<TItem, TResult>(item, default, error);
        }
        finally
        {
            _pending.Dequeue();
        }
    }

    /// <summary>Waits for what has begun and was not taken, whatever comes of it. Nothing more is begun.</summary>
    public Task SettleAsync() =>
        Task.WhenAll(_pending.Select(pending => pending.Task.SettledAsync()));

    /// <summary>Begins with an item; what is thrown at once is that item's error too.</summary>
    private async Task<TResult> BeginAsync(TItem item) => await _act(item).ConfigureAwait(false);
}
