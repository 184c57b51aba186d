using System.Diagnostics.CodeAnalysis;

namespace Novita.Client.Lists;

/// <summary>
/// A list without pages that is shared by everything that only wants to look something up: it is read again when it is older than
/// five minutes. Every reading of the whole list refreshes it, whoever asked. Thread-safe.
/// </summary>
/// <typeparam name="T">A row.</typeparam>
[SuppressMessage("Design", "CA1001", Justification = "A semaphore whose wait handle nobody asks for holds nothing to release.")]
public sealed class CachedList<T>
    where T : Resource
{
    private static readonly TimeSpan s_maxAge = TimeSpan.FromMinutes(5);

    private readonly IPageReader _pages;
    private readonly Clock _clock;
    private readonly ListRequest<T> _request;
    private readonly SemaphoreSlim _turn = new(1);
    private volatile Reading? _latest;

    /// <summary>Makes a list that has not been read yet.</summary>
    internal CachedList(IPageReader pages, Clock clock, ListRequest<T> request)
    {
        _pages = pages;
        _clock = clock;
        _request = request;
    }

    private Reading? Fresh => _latest is { } latest && _clock.Uptime - latest.Time < s_maxAge ? latest : null;

    /// <summary>Returns the rows, which are nobody else's objects. Several callers at a time cause one request.</summary>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">The list could not be read. The next call tries again.</exception>
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
                // The client puts every whole list here.
                await _pages.GetPageAsync(_request, 0, 0, call).ConfigureAwait(false);
            }

            return _latest!.Rows;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Keeps copies of the rows of a reading of the whole list.</summary>
    internal void Put(IReadOnlyList<T> rows) => _latest = new Reading(_clock.Uptime, [.. rows.Select(row => (T)row.Copy())]);

    private sealed record Reading(TimeSpan Time, IReadOnlyList<T> Rows);
}
