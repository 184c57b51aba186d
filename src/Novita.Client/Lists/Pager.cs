namespace Novita.Client.Lists;

/// <summary>
/// Reads the whole of one list, each row once, and checks that it is complete.
/// </summary>
/// <remarks>
/// <para>The list has no snapshot and no cursor: rows that come and go between two pages shift the rows, so that a row
/// may be seen twice or not at all. So rows are told apart by id, and a list ends with a check: a <see cref="Sweep{T}"/> counts when
/// all its pages tell one total and the ids it saw itself are that many. If not, the list is swept again, at most three times
/// in all, and only what is new is handed out.</para>
/// <para>What one sweep can miss: a row deleted behind the reader shifts a row past it, and one created ahead makes up
/// the number. (Neither happens while a fleet only grows or only shrinks, nor in a newest-first list that is read one page at
/// a time; in a window, pages may be read out of order.) With <c>verify</c>, two sweeps in a row must see the same ids: the deleted one
/// cannot come back, so such a pair never agrees. Where the service gives no total, that agreement is the check.</para>
/// </remarks>
/// <typeparam name="T">A row.</typeparam>
internal sealed class Pager<T> : IDisposable
    where T : Resource
{
    /// <summary>No fleet comes near this; a list past it would never end, and keep every id in memory.</summary>
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

    /// <summary>Makes a pager. Nothing is asked before the first <see cref="NextAsync"/>.</summary>
    /// <param name="source">Gets a page.</param>
    /// <param name="pageSize">Rows to ask for, at least 1.</param>
    /// <param name="limit">How many pages may be under way at once, at least 1.</param>
    /// <param name="verify">Whether two sweeps must agree even where there is a total.</param>
    /// <param name="numbering">What is known of the server, and will be.</param>
    /// <param name="call">Receives the result of the check; carries the cancellation token.</param>
    /// <param name="maxRows">The largest number of rows to read.</param>
    public Pager(PageSource<T> source, int pageSize, int limit, bool verify, PageNumbering numbering, CallContext call,
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

    /// <summary>How many distinct rows were handed out.</summary>
    public int Found => _found.Count;

    /// <summary>Whether the list was read to its end and a sweep passed the check.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>Whether it was left at the bound, where there was more still.</summary>
    public bool IsEndless { get; private set; }

    /// <summary>Gives the next rows, in the service's order; null at the end.</summary>
    /// <param name="wanted">How many rows the caller has use for: no more pages than that are asked for ahead.</param>
    /// <exception cref="NovitaException">A page could not be read. What was handed out before stays right.</exception>
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

    /// <summary>Ends what is under way and waits for it.</summary>
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
        // What the first sweep sees is what is found: one set serves for both, until another sweep begins.
        if (_found == _previous)
        {
            _found = new HashSet<string>(_found, StringComparer.Ordinal);
        }

        var ids = _sweeps++ == 0 ? _found : new HashSet<string>(StringComparer.Ordinal);
        return new Sweep<T>(_source, _pageSize, _maxRows, _numbering, ids, _call.CancellationToken);
    }

    private int Window(Sweep<T> sweep, double wanted) => (int)Math.Max(1, Math.Min(_limit, Math.Ceiling(wanted / sweep.PageSize)));

    /// <summary>Of the rows that are new to a sweep, those that no sweep before it saw.</summary>
    private IReadOnlyList<T> TakeNew(IReadOnlyList<T> rows, Sweep<T> sweep) =>
        sweep.Ids == _found ? rows : rows.Where(row => _found.Add(row.Id)).ToList();

    private void EndSweep(Sweep<T> sweep)
    {
        var agrees = _previous?.SetEquals(sweep.Ids) == true;
        IsConfirmed = Total is null ? agrees : sweep.Passes && (agrees || !_verify);
        IsEndless = !IsConfirmed && sweep.Ids.Count > _maxRows;
        _ended = IsConfirmed || IsEndless || _sweeps == MaxSweeps;
        _call.Tell(ClientEventKind.Step, $"reading {_sweeps} of the list saw "
            + $"{Noun<T>.Count(sweep.Ids.Count)}{(sweep.Total is { } total ? $" of {total}" : "")}: "
            + $"{(IsConfirmed ? "it is complete" : _ended ? "it could not be confirmed" : "reading it again to make sure")}");
        _previous = sweep.Ids;
        _sweep = null;
        sweep.Dispose();
        if (!sweep.Passes && sweep.TrustedNumbering)
        {
            // Perhaps the first page was missed: look again.
            _numbering.Learn(FirstPage.Unknown);
        }
    }
}
