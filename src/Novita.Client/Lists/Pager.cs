namespace Novita.Client.Lists;

/// <summary>
/// Reads one whole list, deduplicates its rows, and checks that the list is complete.
/// </summary>
/// <remarks>
/// <para>The list has no snapshot and no cursor: rows that are created or deleted between two pages shift the other rows, so that the
/// pages show a row twice or not at all. So rows are deduplicated by id, and each list is checked: a <see cref="Sweep{T}"/> passes when
/// all its pages have the same total and the sweep saw as many ids. If not, the list is swept again, at most three times in all, and only
/// new rows are returned.</para>
/// <para>One sweep can pass although it missed a row: a row deleted behind the reader shifts the missed row to a page that was read, and a
/// row created ahead makes up the number. (This does not happen while a fleet only grows or only shrinks, nor in a newest-first list that
/// is read one page at a time; in a window, pages may be read out of order.) With <c>verify</c>, two sweeps in a row must see the same ids:
/// a deleted row does not come back, so two such sweeps never agree. Where the service sends no total, that agreement is the check.</para>
/// </remarks>
/// <typeparam name="T">A row.</typeparam>
internal sealed class Pager<T> : IDisposable
    where T : Resource
{
    /// <summary>The maximum number of rows, above that of any fleet: a list without an end would fill the memory with ids.</summary>
    internal const int MaxRows = 10_000_000;

    private const int MaxSweeps = 3;

    private readonly PageSource<T> _source;
    private readonly int _pageSize;
    private readonly int _limit;
    private readonly bool _verify;
    private readonly PageNumbering _numbering;
    private readonly CallContext _call;
    private readonly int _maxRows;

    private HashSet<string> _found = new(StringComparer.Ordinal);
    private Sweep<T>? _sweep;
    private HashSet<string>? _previous;
    private int _sweeps;
    private bool _ended;
    private bool _isDisposed;

    /// <summary>Creates a pager. Nothing is sent before the first <see cref="NextAsync"/>.</summary>
    /// <param name="source">Reads a page.</param>
    /// <param name="pageSize">Rows a page, at least 1.</param>
    /// <param name="limit">The maximum number of pages that are read at the same time, at least 1.</param>
    /// <param name="verify">Whether two sweeps must agree although the service sends a total.</param>
    /// <param name="numbering">The page numbering of the path, which the pager updates.</param>
    /// <param name="call">Receives the result of the check; carries the cancellation token.</param>
    /// <param name="maxRows">The maximum number of rows to read.</param>
    public Pager(
        PageSource<T> source,
        int pageSize,
        int limit,
        bool verify,
        PageNumbering numbering,
        CallContext call,
        int maxRows = MaxRows)
    {
        _source = source;
        _pageSize = pageSize;
        _limit = limit;
        _verify = verify;
        _numbering = numbering;
        _call = call;
        _maxRows = maxRows;
    }

    /// <summary>The latest total that the service sent; null before the first.</summary>
    public int? Total { get; private set; }

    /// <summary>The number of distinct rows that were returned.</summary>
    public int Found => _found.Count;

    /// <summary>Whether the list was read to its end and a sweep passed the check.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>Whether the pager stopped at the maximum number of rows.</summary>
    public bool IsEndless { get; private set; }

    /// <summary>Returns the next rows, in the service's order; null at the end.</summary>
    /// <param name="wanted">The number of rows that the caller can use, which limits the pages that are read ahead.</param>
    /// <exception cref="NovitaException">A page could not be read. The rows that were returned before are right.</exception>
    public async Task<IReadOnlyList<T>?> NextAsync(double wanted)
    {
        while (!_ended)
        {
            _sweep ??= StartSweep();
            if (await _sweep.NextAsync(Window(_sweep, wanted)).ConfigureAwait(false) is { } rows)
            {
                Total = _sweep.Total ?? Total;
                if (TakeNew(rows, _sweep) is { Count: > 0 } unseen)
                {
                    return unseen;
                }
            }
            else
            {
                await _sweep.StopAsync().ConfigureAwait(false);
                EndSweep(_sweep);
            }
        }

        return null;
    }

    /// <summary>Cancels the running requests and waits for them.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _sweep?.StopAsync().Wait();
        _sweep?.Dispose();
    }

    private Sweep<T> StartSweep()
    {
        // The first sweep and the pager share one set of ids, until a second sweep begins.
        if (_found == _previous)
        {
            _found = new HashSet<string>(_found, StringComparer.Ordinal);
        }

        var ids = _sweeps++ == 0 ? _found : new HashSet<string>(StringComparer.Ordinal);
        return new Sweep<T>(_source, _pageSize, _maxRows, _numbering, ids, _call.CancellationToken);
    }

    private int Window(Sweep<T> sweep, double wanted) => (int)Math.Max(1, Math.Min(_limit, Math.Ceiling(wanted / sweep.PageSize)));

    /// <summary>Returns those rows of a sweep that no earlier sweep saw.</summary>
    private IReadOnlyList<T> TakeNew(IReadOnlyList<T> rows, Sweep<T> sweep) =>
        sweep.Ids == _found ? rows : rows.Where(row => _found.Add(row.Id)).ToList();

    private void EndSweep(Sweep<T> sweep)
    {
        var agrees = _previous?.SetEquals(sweep.Ids) == true;
        IsConfirmed = Total is null ? agrees : sweep.Passes && (agrees || !_verify);
        IsEndless = !IsConfirmed && sweep.Ids.Count > _maxRows;
        _ended = IsConfirmed || IsEndless || _sweeps == MaxSweeps;
        var of = sweep.Total is { } total ? $" of {total}" : "";
        var result = IsConfirmed ? "it is complete" : _ended ? "it could not be confirmed" : "reading it again to make sure";
        _call.Report(ClientEventKind.Step, $"reading {_sweeps} of the list saw {Noun<T>.Count(sweep.Ids.Count)}{of}: {result}");
        _previous = sweep.Ids;
        _sweep = null;
        sweep.Dispose();
        if (!sweep.Passes && sweep.TrustedNumbering)
        {
            // The learnt number may be wrong, so the next sweep begins with page 0 again.
            _numbering.Learn(FirstPage.Unknown);
        }
    }
}
