using Novita.Client.Errors;
using Novita.Client.Parallel;

namespace Novita.Client.Lists;

/// <summary>Reads the rows of one session, one list after the other. Rows are deduplicated, and each list is checked.</summary>
/// <typeparam name="T">A row.</typeparam>
public sealed class Listing<T> : IDisposable
    where T : Resource
{
    /// <summary>The default number of rows a page.</summary>
    public const int DefaultPageSize = 100;

    private readonly IPageReader _pages;
    private readonly IReadOnlyList<ListRequest<T>> _requests;
    private readonly int _pageSize;
    private readonly bool _verify;
    private readonly CallContext _call;
    private readonly HashSet<string>? _seen;
    private readonly List<NovitaException> _unconfirmed = [];
    private readonly UnreadableMembers<T> _unreadable = new();

    private Pager<T>? _pager;
    private int _position;
    private Task<IReadOnlyList<T>?>? _ahead;
    private long _rows;
    private long _matches;

    /// <summary>Creates a listing. Nothing is sent before the first <see cref="NextAsync"/>.</summary>
    /// <param name="pages">Reads a page.</param>
    /// <param name="requests">The lists to read.</param>
    /// <param name="pageSize">Rows a page, at least 1; the service may send fewer.</param>
    /// <param name="verify">Whether two readings in a row must agree.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    internal Listing(IPageReader pages, IReadOnlyList<ListRequest<T>> requests, int pageSize, bool verify, CallContext call)
    {
        _pages = pages;
        _requests = requests;
        _pageSize = pageSize;
        _verify = verify;
        _call = call;
        _seen = requests.Count > 1 ? new HashSet<string>(StringComparer.Ordinal) : null;
    }

    /// <summary>The maximum number of rows that are read of one list.</summary>
    internal int MaxRows { get; init; } = Pager<T>.MaxRows;

    /// <summary>The number of rows of the whole listing; null where the number is known at the end of the list only.</summary>
    public int? Total => _requests.Count == 1 && _requests[0].Test is null ? _pager?.Total : null;

    /// <summary>Whether the service has more rows than were found so far; null where that is known at the end of the list only.</summary>
    public bool? HasMore => Total is { } total ? total > _pager!.Found : null;

    /// <summary>The number of distinct rows that were read of the current list, before the client's filter.</summary>
    public int RowsRead => _pager?.Found ?? 0;

    /// <summary>The number of all rows of the current list; null where the service sends no total.</summary>
    public int? RowsTotal => _pager?.Total;

    /// <summary>The members that could not be read in some rows, before the client's filter.</summary>
    internal IReadOnlyList<UnreadableMember> Unreadable => _unreadable.All;

    /// <summary>
    /// The errors (<see cref="NovitaErrorKind.ListIncomplete"/>) for lists that could not be confirmed, to be shown after the rows.
    /// </summary>
    public IReadOnlyList<NovitaException> Unconfirmed => _unconfirmed;

    /// <summary>Reads the first page, unless it was read already, and returns <see cref="Total"/>.</summary>
    /// <exception cref="NovitaException">The page could not be read.</exception>
    public async Task<int?> CountAsync()
    {
        Start();
        if (_ahead is not null)
        {
            await _ahead.ConfigureAwait(false);
        }

        return Total;
    }

    /// <summary>Starts to read the first page. A failure is thrown by <see cref="NextAsync"/>.</summary>
    public void Start()
    {
        if (_pager is null)
        {
            _ahead = ReadNextAsync(1);
        }
    }

    /// <summary>Returns the next rows, an empty list where no row of a page matched, and null at the end.</summary>
    /// <param name="wanted">The number of rows that the caller can use, which limits the pages that are read ahead.</param>
    /// <exception cref="NovitaException">A page could not be read. The rows that were returned before are right.</exception>
    public async Task<IReadOnlyList<T>?> NextAsync(long wanted)
    {
        var next = _ahead ?? ReadNextAsync(wanted);
        _ahead = null;
        return await next.ConfigureAwait(false);
    }

    /// <summary>Cancels the running requests and waits for them.</summary>
    public void Dispose()
    {
        _pager?.Dispose();
        _ahead?.ObserveAsync().Wait();
    }

    /// <summary>Reads the rest of all lists.</summary>
    /// <exception cref="NovitaException">A page could not be read.</exception>
    internal async Task<ListReading<T>> ReadToEndAsync()
    {
        var all = new List<T>();
        while (await NextAsync(long.MaxValue).ConfigureAwait(false) is { } rows)
        {
            all.AddRange(rows);
        }

        return new ListReading<T>(all, _unconfirmed);
    }

    private async Task<IReadOnlyList<T>?> ReadNextAsync(long wanted)
    {
        while (_position < _requests.Count)
        {
            var request = _requests[_position];
            _pager ??= CreatePager(request, _requests.Count == 1 ? _call : _call.About($"{request}"));
            if (await _pager.NextAsync(RowsFor(wanted, request.Test)).ConfigureAwait(false) is { } rows)
            {
                return Select(rows, request.Test);
            }

            Conclude(_pager, request);
        }

        return null;
    }

    private Pager<T> CreatePager(ListRequest<T> request, CallContext call) => new(
        (number, size, cancellationToken) =>
            _pages.GetPageAsync(request, number, size, call with { CancellationToken = cancellationToken }),
        request.Style == PageStyle.Whole ? int.MaxValue : _pageSize,
        _pages.ThrottleLimit,
        _verify,
        _pages.NumberingOf(request),
        call,
        MaxRows);

    /// <summary>Estimates the number of rows to read for the wanted number of matches, by the share of matches so far.</summary>
    private double RowsFor(long wanted, Func<T, bool>? test) =>
        test is null ? wanted : wanted * (_rows + 1.0) / (_matches + 1.0);

    private IReadOnlyList<T> Select(IReadOnlyList<T> rows, Func<T, bool>? test)
    {
        _unreadable.Add(rows);
        if (test is null && _seen is null)
        {
            return rows;
        }

        var matches = rows.Where(row => test?.Invoke(row) != false && _seen?.Add(row.Id) != false).ToList();
        _rows += rows.Count;
        _matches += matches.Count;
        return matches;
    }

    private void Conclude(Pager<T> pager, ListRequest<T> request)
    {
        if (!pager.IsConfirmed)
        {
            _unconfirmed.Add(Incomplete(pager, request));
        }

        _position++;
        if (_position < _requests.Count)
        {
            pager.Dispose();
            _pager = null;
        }
    }

    private static NovitaException Incomplete(Pager<T> pager, ListRequest<T> request)
    {
        var found = request.Describe(pager.Found);
        var problem = pager switch
        {
            { IsEndless: true } => $"The list was not read to its end: after {found} the service still sent more.",
            { Total: { } total } =>
                $"The list could not be confirmed: reading it found {found}, while the service's total was {total} in the end. "
                    + "Each time the list was read, it changed or the service left rows out.",
            _ => $"The list could not be confirmed: reading it found {found}, but the service sends no total, "
                + "and no two readings in a row agreed.",
        };
        return new NovitaException(NovitaErrorKind.ListIncomplete, problem) { Subject = new Subject(Noun<T>.Singular) };
    }
}
