using Novita.Client.Parallel;

namespace Novita.Client.Lists;

/// <summary>
/// One reading of the list from its first page to its last. It finds out how the server numbers and cuts pages as it goes,
/// and keeps what the check needs: the ids it saw, and whether every page told the same total.
/// </summary>
/// <remarks>
/// <para>Numbering. Page 0 is asked first, then page 1. If page 0 is refused or empty, or most of page 1 was on page 0, the
/// first page is 1. A wrong guess does no harm: both pages have been read, and the guess only says where the end is expected.</para>
/// <para>Size. A first page that is shorter than asked while there is more shows the server's cap. From then on the cap is what
/// is asked for: then it does not matter whether the server steps by the cap or by the size asked for.</para>
/// <para>End. An empty page ends the sweep. So does the last page that the total promises, unless ids are still missing and
/// that page brought new ones. Without a total, so does a page that brings no new id; whatever the total, so do several in a row,
/// and more rows than any fleet has.</para>
/// </remarks>
/// <typeparam name="T">A row.</typeparam>
internal sealed class Sweep<T> : IDisposable
    where T : Resource
{
    // A list that grows faster than it is read has no end. No real list doubles while it is read.
    private const int MaxPagesWithoutTotal = 100_000;
    private const int SparePages = 8;

    // So many in a row are no shift of rows: the server gives the same ones for ever.
    private const int MaxBarrenPages = 16;

    private readonly PageSource<T> _source;
    private readonly int _maxRows;
    private readonly PageNumbering _numbering;
    private readonly CancellationTokenSource _stop;
    private readonly Queue<PendingPage> _pending = new();

    private int _size;
    private int _first;
    private int _next;
    private long _maxPages = MaxPagesWithoutTotal;
    private int _pagesAsked;
    private int _barrenPages;
    private HashSet<string>? _zerothPage;
    private bool _started;
    private bool _ended;
    private bool _extended;

    public Sweep(PageSource<T> source, int size, int maxRows, PageNumbering numbering, HashSet<string> ids,
        CancellationToken cancellationToken)
    {
        _source = source;
        _size = size;
        _maxRows = maxRows;
        _numbering = numbering;
        _first = numbering.First == FirstPage.One ? 1 : 0;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Ids = ids;
    }

    /// <summary>The distinct ids that this sweep saw.</summary>
    public HashSet<string> Ids { get; }

    /// <summary>The latest total that a page told.</summary>
    public int? Total { get; private set; }

    /// <summary>Whether every page told a total, and always the same.</summary>
    public bool HasOneTotal { get; private set; } = true;

    /// <summary>Rows that a page has, once the first page has shown it.</summary>
    public int PageSize => _size;

    /// <summary>Whether this sweep relied on an earlier list's finding that the first page is 1.</summary>
    public bool TrustedNumbering { get; private set; }

    /// <summary>What every sweep must be to count: its pages tell one total, and its own ids are that many.</summary>
    public bool Passes => HasOneTotal && Total == Ids.Count;

    /// <summary>Gives the rows of the next page, in order, that this sweep has not seen before; null when the sweep is over.</summary>
    /// <param name="window">How many pages may be under way at once, at least 1.</param>
    public async Task<IReadOnlyList<T>?> NextAsync(int window)
    {
        if (!_started)
        {
            _started = true;
            return await ReadFirstAsync().ConfigureAwait(false);
        }

        while (!_ended && _pending.Count < window && IsExpected(_next))
        {
            Ask(_next++);
        }

        if (_ended || _pending.Count == 0)
        {
            return null;
        }

        var page = await _pending.Peek().Response.ConfigureAwait(false);
        return Take(_pending.Dequeue().Number, page);
    }

    /// <summary>Cancels the requests that are still under way and waits for them.</summary>
    public Task StopAsync()
    {
        _stop.Cancel();
        return Task.WhenAll(_pending.Select(page => page.Response.ObserveAsync()));
    }

    /// <summary>Releases what the sweep holds. It was stopped before.</summary>
    public void Dispose() => _stop.Dispose();

    private async Task<IReadOnlyList<T>> ReadFirstAsync()
    {
        TrustedNumbering = _first == 1;
        var page = await AskFirstAsync().ConfigureAwait(false);
        _next = _first + 1;
        if (page.Rows.Count > 0 && page.Rows.Count < _size && !(page.Total <= page.Rows.Count))
        {
            _size = page.Rows.Count;
        }

        var rows = Take(_first, page);
        if (_first == 0)
        {
            _zerothPage = [.. Ids];
        }

        return rows;
    }

    private async Task<Page<T>> AskFirstAsync()
    {
        if (_first == 0)
        {
            try
            {
                var zeroth = await ReadAsync(0).ConfigureAwait(false);
                if (zeroth.Rows.Count > 0 || _numbering.First == FirstPage.Zero)
                {
                    Learn(zeroth, FirstPage.Zero);
                    return zeroth;
                }
            }
            catch (NovitaException error) when (error.Kind is NovitaErrorKind.RequestInvalid or NovitaErrorKind.NotFound)
            {
                // Page 0 may be no page here. If the request is wrong in another way, page 1 says so.
            }

            _first = 1;
        }

        var page = await ReadAsync(1).ConfigureAwait(false);
        Learn(page, FirstPage.One);
        return page;
    }

    private void Learn(Page<T> page, FirstPage first)
    {
        if (page.Rows.Count > 0)
        {
            _numbering.Learn(first);
        }
    }

    private void Ask(int number) => _pending.Enqueue(new PendingPage(number, ReadAsync(number)));

    private Task<Page<T>> ReadAsync(int number)
    {
        _pagesAsked++;
        return _source(number, _size, _stop.Token);
    }

    private bool IsExpected(int number)
    {
        if (_pagesAsked >= _maxPages)
        {
            return false;
        }

        // Where the end is unknown, or passed, each page decides whether there is a next one.
        return number <= LastExpected() || (_pending.Count == 0 && (Total is null || _extended));
    }

    private long LastExpected() => Total is { } total ? _first + (((long)total + _size - 1) / _size) - 1 : -1;

    private List<T> Take(int number, Page<T> page)
    {
        NoteTotal(page.Total);
        var unseen = new List<T>(page.Rows.Count);
        foreach (var row in page.Rows)
        {
            if (Ids.Add(row.Id))
            {
                unseen.Add(row);
            }
        }

        var isExplained = number == 1 && IsSameAsZeroth(page);
        var broughtNew = unseen.Count > 0;
        _extended = broughtNew && Ids.Count < Total;
        _barrenPages = broughtNew ? 0 : _barrenPages + 1;
        _ended = page.Rows.Count == 0 || (Total is null && !broughtNew && !isExplained) || _barrenPages == MaxBarrenPages
            || Ids.Count > _maxRows;
        return unseen;
    }

    private bool IsSameAsZeroth(Page<T> page)
    {
        var overlap = page.Rows.Count(row => _zerothPage?.Contains(row.Id) == true);
        var isSame = overlap * 2 > page.Rows.Count;
        if (isSame)
        {
            _first = 1;

            // Only a total can show later that this was wrong.
            if (Total is not null)
            {
                _numbering.Learn(FirstPage.One);
            }
        }

        _zerothPage = null;
        return isSame;
    }

    private void NoteTotal(int? total)
    {
        HasOneTotal &= total is not null && (Total is null || Total == total);
        Total = total ?? Total;
        if (_maxPages == MaxPagesWithoutTotal && Total is { } promised)
        {
            _maxPages = ((long)Math.Min(promised, _maxRows) / _size * 2) + SparePages;
        }
    }

    private readonly record struct PendingPage(int Number, Task<Page<T>> Response);
}
