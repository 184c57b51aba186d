using System.Collections.Immutable;

namespace Novita.Simulator;

/// <summary>The rows of an area, newest first. Safe to change while requests read it: each request sees one state.</summary>
public sealed class SimulatedRows<T>
    where T : SimulatedRow
{
    private readonly Lock _lock = new();
    private readonly List<T> _rows;

    /// <summary>Rows in the order in which they are listed.</summary>
    public SimulatedRows(params IEnumerable<T> rows) => _rows = [.. rows];

    /// <summary>All rows as they are now.</summary>
    public ImmutableArray<T> Snapshot() => Change<ImmutableArray<T>>(() => [.. _rows]);

    /// <summary>The row of this id, or null.</summary>
    public T? Find(string key) => Change(() => _rows.Find(row => row.Key == key));

    /// <summary>Adds a row as the newest.</summary>
    public void Add(T row) => Change(() =>
    {
        _rows.Insert(0, row);
        return true;
    });

    /// <summary>Puts these rows in place of all there are.</summary>
    public void Load(params IEnumerable<T> rows) => Change(() =>
    {
        // Copied first: the rows may come from this list.
        var loaded = rows.ToArray();
        _rows.Clear();
        _rows.AddRange(loaded);
        return true;
    });

    /// <summary>Removes the row of this id. False when there is none.</summary>
    public bool Remove(string key) => Change(() => _rows.RemoveAll(row => row.Key == key) > 0);

    /// <summary>Puts what <paramref name="change"/> makes of a row in its place. False when there is none of this id.</summary>
    public bool Update(string key, Func<T, T> change) => Change(() =>
    {
        var index = _rows.FindIndex(row => row.Key == key);

        if (index >= 0)
        {
            _rows[index] = change(_rows[index]);
        }

        return index >= 0;
    });

    /// <summary>Looks and changes in one step, while no request can look.</summary>
    internal TResult Change<TResult>(Func<TResult> work)
    {
        lock (_lock)
        {
            return work();
        }
    }
}
