using Novita.Client.Http;

namespace Novita.Client.Paging;

/// <summary>
/// Reads the whole of one query, each instance once, and checks that it was the whole.
/// </summary>
/// <remarks>
/// <para>The list has no snapshot and no cursor: instances that come and go between two pages shift the rows, so that a row
/// may be seen twice or not at all. So rows are told apart by id, and a list ends with a check: a <see cref="Sweep"/> counts when
/// all its pages tell one total and the ids it saw itself are that many. If not, the list is swept again, at most three times
/// in all, and only what is new is handed out.</para>
/// <para>What one sweep can miss: an instance deleted behind the reader shifts a row past it, and one created ahead makes up
/// the number. (Neither happens while a fleet only grows or only shrinks, nor in a newest-first list that is read one page at
/// a time; in a window, pages may be read out of order.) With <c>verify</c>, two sweeps in a row must see the same ids: the deleted one cannot come back, so such a pair
/// never agrees. Where the service gives no total, that agreement is the check.</para>
/// </remarks>
internal sealed class InstancePager : IDisposable
{
    /// <summary>No fleet comes near this; a list past it would never end, and keep every id in memory.</summary>
    internal const int MostInstances = 10_000_000;

    private const int MostSweeps = 3;

    private readonly PageSource _source;
    private readonly int _pageSize;
    private readonly int _limit;
    private readonly bool _verify;
    private readonly PageNumbering _numbering;
    private readonly CallContext _call;
    private readonly int _mostInstances;

    private HashSet<string> _found = new(StringComparer.Ordinal);
    private Sweep? _sweep;
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
    /// <param name="call">Whom to tell how the check goes, and what ends everything that is under way.</param>
    /// <param name="mostInstances">How many instances are read at most.</param>
    public InstancePager(PageSource source, int pageSize, int limit, bool verify, PageNumbering numbering, CallContext call, int mostInstances = MostInstances)
    {
        _source = source;
        _pageSize = pageSize;
        _limit = limit;
        _verify = verify;
        _numbering = numbering;
        _call = call;
        _mostInstances = mostInstances;
    }

    /// <summary>How many instances there are, by the service's latest word; null while it has told nothing.</summary>
    public int? Total { get; private set; }

    /// <summary>How many distinct instances were handed out.</summary>
    public int Found => _found.Count;

    /// <summary>Whether the list was read to its end and a sweep passed the check.</summary>
    public bool IsConfirmed { get; private set; }

    /// <summary>Whether it was left at the bound, where there was more still.</summary>
    public bool IsEndless { get; private set; }

    /// <summary>Gives the next instances, in the service's order; null at the end.</summary>
    /// <param name="wanted">How many rows the caller has use for: no more pages than that are asked for ahead.</param>
    /// <exception cref="NovitaException">A page could not be read. What was handed out before stays right.</exception>
    public async Task<IReadOnlyList<Instance>?> NextAsync(double wanted)
    {
        while (!_ended)
        {
            _sweep ??= StartSweep();
            if (await _sweep.NextAsync(Window(_sweep, wanted)).ConfigureAwait(false) is { } rows)
            {
                Total = _sweep.Total ?? Total;
                if (TakeNew(rows, _sweep) is { Count: > 0 } instances)
                {
                    return instances;
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

    private Sweep StartSweep()
    {
        // What the first sweep sees is what is found: one set serves for both, until another sweep begins.
        if (_found == _previous)
        {
            _found = new HashSet<string>(_found, StringComparer.Ordinal);
        }

        var ids = _sweeps++ == 0 ? _found : new HashSet<string>(StringComparer.Ordinal);
        return new Sweep(_source, _pageSize, _mostInstances, _numbering, ids, _call.CancellationToken);
    }

    private int Window(Sweep sweep, double wanted) => (int)Math.Max(1, Math.Min(_limit, Math.Ceiling(wanted / sweep.PageSize)));

    /// <summary>Of the rows that are new to a sweep, those that no sweep before it saw.</summary>
    private IReadOnlyList<Instance> TakeNew(IReadOnlyList<Instance> rows, Sweep sweep) =>
        sweep.Ids == _found ? rows : rows.Where(instance => _found.Add(instance.Id)).ToList();

    private void EndSweep(Sweep sweep)
    {
        var agrees = _previous?.SetEquals(sweep.Ids) == true;
        IsConfirmed = Total is null ? agrees : sweep.Passes && (agrees || !_verify);
        IsEndless = !IsConfirmed && sweep.Ids.Count > _mostInstances;
        _ended = IsConfirmed || IsEndless || _sweeps == MostSweeps;
        _call.Tell(ClientEventKind.Step, $"reading {_sweeps} of the list saw {sweep.Ids.Count} instances{(sweep.Total is { } total ? $" of {total}" : "")}: {(IsConfirmed ? "it is complete" : _ended ? "it could not be confirmed" : "reading it again to make sure")}");
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
