using Novita.Client.Http;
using Novita.Client.Paging;

namespace Novita.Client;

/// <summary>Reads instances from one session: one query after the other, each instance once, each query checked.</summary>
public sealed class InstanceListing : IDisposable
{
    /// <summary>How many instances to ask for at a time when nobody says anything about it.</summary>
    public const int DefaultPageSize = 100;

    private readonly NovitaClient _client;
    private readonly IReadOnlyList<FilteredQuery> _queries;
    private readonly int _pageSize;
    private readonly bool _verify;
    private readonly CallContext _call;
    private readonly HashSet<string>? _seen;
    private readonly List<NovitaException> _unconfirmed = [];

    private InstancePager? _pager;
    private int _position;
    private Task<IReadOnlyList<Instance>?>? _ahead;
    private long _rows;
    private long _matches;

    /// <summary>Makes a listing. Nothing is asked before the first <see cref="NextAsync"/>.</summary>
    /// <param name="client">The client of the session.</param>
    /// <param name="queries">What to read; an instance that several give comes out once.</param>
    /// <param name="pageSize">Rows a page, at least 1; the service may give fewer.</param>
    /// <param name="verify">Whether two readings in a row must agree.</param>
    /// <param name="call">Whom to tell, and what ends it.</param>
    public InstanceListing(NovitaClient client, IReadOnlyList<FilteredQuery> queries, int pageSize, bool verify, CallContext call)
    {
        _client = client;
        _queries = queries;
        _pageSize = pageSize;
        _verify = verify;
        _call = call;
        _seen = queries.Count > 1 ? new HashSet<string>(StringComparer.Ordinal) : null;
    }

    /// <summary>How many instances of a query are read at most.</summary>
    internal int MostInstances { get; init; } = InstancePager.MostInstances;

    /// <summary>Makes a listing of the whole fleet.</summary>
    /// <param name="client">The client of the session.</param>
    /// <param name="call">Whom to tell, and what ends it.</param>
    public static InstanceListing OfAll(NovitaClient client, CallContext call) =>
        new(client, [new FilteredQuery(new InstanceQuery(), null)], DefaultPageSize, verify: false, call);

    /// <summary>How many instances the whole listing has; null where that is known only at its end.</summary>
    public int? Total => _queries.Count == 1 && _queries[0].Filter is null ? _pager?.Total : null;

    /// <summary>Whether there are more than were found so far; null where that is known only at the end.</summary>
    public bool? HasMore => Total is { } total ? total > _pager!.Found : null;

    /// <summary>How many distinct rows of the present query were read, whether they count or not.</summary>
    public int RowsRead => _pager?.Found ?? 0;

    /// <summary>How many rows that query has, where the service says so.</summary>
    public int? RowsTotal => _pager?.Total;

    /// <summary>The queries that no sweep confirmed, as errors (<see cref="NovitaErrorKind.ListIncomplete"/>) to show after everything that was found.</summary>
    public IReadOnlyList<NovitaException> Unconfirmed => _unconfirmed;

    /// <summary>Reads the first page, if none was read yet, and gives <see cref="Total"/>.</summary>
    /// <exception cref="NovitaException">The page could not be read.</exception>
    public async Task<int?> CountAsync()
    {
        Start();
        await (_ahead ?? Task.FromResult<IReadOnlyList<Instance>?>(null)).ConfigureAwait(false);
        return Total;
    }

    /// <summary>Begins with the first page. Its failure shows when the page is taken.</summary>
    public void Start()
    {
        if (_pager is null)
        {
            _ahead = ReadNextAsync(1);
        }
    }

    /// <summary>Gives the next instances; null at the end. A list may be empty: then a page had nothing that counts.</summary>
    /// <param name="wanted">How many the caller has use for; no more pages than that needs are asked for ahead.</param>
    /// <exception cref="NovitaException">A page could not be read. What was handed out before stays right.</exception>
    public async Task<IReadOnlyList<Instance>?> NextAsync(long wanted)
    {
        var next = _ahead ?? ReadNextAsync(wanted);
        _ahead = null;
        return await next.ConfigureAwait(false);
    }

    /// <summary>Ends what is under way and waits for it.</summary>
    public void Dispose()
    {
        _pager?.Dispose();
        _ahead?.SettledAsync().Wait();
    }

    private async Task<IReadOnlyList<Instance>?> ReadNextAsync(long wanted)
    {
        while (_position < _queries.Count)
        {
            var (query, filter) = _queries[_position];
            _pager ??= CreatePager(query, _queries.Count == 1 ? _call : _call.About($"{query}"));
            if (await _pager.NextAsync(RowsFor(wanted, filter)).ConfigureAwait(false) is { } rows)
            {
                return Select(rows, filter);
            }

            Conclude(_pager, query);
        }

        return null;
    }

    private InstancePager CreatePager(InstanceQuery query, CallContext call) => new(
        (pageNum, pageSize, cancellationToken) => _client.GetInstancesAsync(query, pageNum, pageSize, call with { CancellationToken = cancellationToken }),
        _pageSize,
        _client.ThrottleLimit,
        _verify,
        _client.Numbering,
        call,
        MostInstances);

    /// <summary>How many rows it takes to find so many matches, by the share of matches so far.</summary>
    private double RowsFor(long wanted, Func<Instance, bool>? filter) =>
        filter is null ? wanted : wanted * (_rows + 1.0) / (_matches + 1.0);

    private IReadOnlyList<Instance> Select(IReadOnlyList<Instance> rows, Func<Instance, bool>? filter)
    {
        if (filter is null && _seen is null)
        {
            return rows;
        }

        var matches = rows.Where(row => filter?.Invoke(row) != false && _seen?.Add(row.Id) != false).ToList();
        _rows += rows.Count;
        _matches += matches.Count;
        return matches;
    }

    private void Conclude(InstancePager pager, InstanceQuery query)
    {
        if (!pager.IsConfirmed)
        {
            _unconfirmed.Add(Incomplete(pager, query));
        }

        _position++;
        if (_position < _queries.Count)
        {
            pager.Dispose();
            _pager = null;
        }
    }

    private static NovitaException Incomplete(InstancePager pager, InstanceQuery query) => new(NovitaErrorKind.ListIncomplete, pager switch
    {
        { IsEndless: true } => $"The list was not read to its end: after {pager.Found} {query} the service still gave more.",
        { Total: { } total } => $"The list could not be confirmed: {pager.Found} {query} were found, while the service's total was {total} in the end. Each time the list was read, the fleet changed or the service left rows out.",
        _ => $"The list could not be confirmed: {pager.Found} {query} were found, but the service gives no total, and no two readings in a row agreed.",
    });
}
