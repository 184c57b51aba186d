using System.Diagnostics.CodeAnalysis;

namespace Novita.Client.Lists;

/// <summary>
/// A cache of a list without pages, for lookups. Every reading of the whole list refreshes the cache, which expires after five minutes.
/// Thread-safe.
/// </summary>
/// <typeparam name="T">A row.</typeparam>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim needs no Dispose while its wait handle is not used.")]
public sealed class CachedList<T>
    where T : Resource
{
    private static readonly TimeSpan s_maxAge = TimeSpan.FromMinutes(5);

    private readonly IPageReader _pages;
    private readonly Clock _clock;
    private readonly ListRequest<T> _request;
    private readonly SemaphoreSlim _turn = new(1);
    private volatile Reading? _latest;

    /// <summary>Creates an empty cache.</summary>
    internal CachedList(IPageReader pages, Clock clock, ListRequest<T> request)
    {
        _pages = pages;
        _clock = clock;
        _request = request;
    }

    private Reading? Fresh => _latest is { } latest && _clock.Uptime - latest.Time < s_maxAge ? latest : null;

    /// <summary>Returns the rows from the cache, or reads the list. Concurrent calls share one request.</summary>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <returns>Copies, apart from the objects that cmdlets wrote.</returns>
    /// <exception cref="NovitaException">The list could not be read. The next call reads again.</exception>
    public async Task<IReadOnlyList<T>> ReadAsync(CallContext call)
    {
        if (Fresh is { } known)
        {
            return known.Rows;
        }

        await _turn.WaitAsync(call.CancellationToken).ConfigureAwait(false);
        try
        {
            if (Fresh is null)
            {
                // The client stores every whole list with Put.
                await _pages.GetPageAsync(_request, 0, 0, call).ConfigureAwait(false);
            }

            return _latest!.Rows;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Stores copies of the rows of a whole list.</summary>
    internal void Put(IReadOnlyList<T> rows) => _latest = new Reading(_clock.Uptime, [.. rows.Select(row => (T)row.Copy())]);

    private sealed record Reading(TimeSpan Time, IReadOnlyList<T> Rows);
}
