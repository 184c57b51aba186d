using Novita.Client.Parallel;

namespace Novita.Client.Lists;

/// <summary>
/// One reading of the list from its first page to its last. The sweep learns how the server numbers and limits pages, and keeps the ids
/// and totals for the check.
/// </summary>
/// <remarks>
/// <para>Numbering. Page 0 is read first, then page 1. If page 0 is refused or empty, or most rows of page 1 were on page 0, the first
/// page is 1. A wrong guess does no harm: both pages have been read, and the guess only says where the end is expected.</para>
/// <para>Size. A first page with fewer rows than requested, although the list has more, shows the server's maximum page size. The
/// following requests ask for that size: then it does not matter by which of the two sizes the server steps.</para>
/// <para>End. The sweep ends with an empty page; with the last page by the total, unless ids are missing and that page had new ones;
/// without a total, with a page that has no new id; and always with several pages in a row without a new id, or with more rows than any
/// fleet has.</para>
/// </remarks>
/// <typeparam name="T">A row.</typeparam>
internal sealed class Sweep<T> : IDisposable
    where T : Resource
{
    // The number of pages is limited to about twice those of the total, for a list that grows faster than it is read.
    private const int MaxPagesWithoutTotal = 100_000;
    private const int SparePages = 8;

    // Shifted rows cause fewer pages in a row without a new id; more mean that the server sends the same rows for ever.
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

    public Sweep(
        PageSource<T> source,
        int size,
        int maxRows,
        PageNumbering numbering,
        HashSet<string> ids,
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

    /// <summary>The total of the latest page that had one.</summary>
    public int? Total { get; private set; }

    /// <summary>Whether every page had the same total.</summary>
    public bool HasOneTotal { get; private set; } = true;

    /// <summary>Rows a page: the requested number, or the server's maximum once the first page has shown it.</summary>
    public int PageSize => _size;

    /// <summary>Whether the sweep skipped page 0 because an earlier list began with page 1.</summary>
    public bool TrustedNumbering { get; private set; }

    /// <summary>Whether the sweep passes the check: all pages have the same total, and the sweep saw as many ids.</summary>
    public bool Passes => HasOneTotal && Total == Ids.Count;

    /// <summary>Returns the new rows of the next page, in order; null at the end of the sweep.</summary>
    /// <param name="window">The maximum number of pages that are read at the same time, at least 1.</param>
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

    /// <summary>Cancels the running requests and waits for them.</summary>
    public Task StopAsync()
    {
        _stop.Cancel();
        return Task.WhenAll(_pending.Select(page => page.Response.ObserveAsync()));
    }

    /// <summary>Releases the sweep, which must have been stopped.</summary>
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
                // This server may not have a page 0. If the request is wrong in another way, page 1 is refused too.
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

        // Where the end is not known, or was passed, pages are read one at a time: each shows whether another follows.
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

            // Without a total, a later sweep could not show that this number is wrong, so it is not kept.
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
