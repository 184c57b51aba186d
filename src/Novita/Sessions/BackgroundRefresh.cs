using Novita.Client;
using Novita.Client.Lists;

namespace Novita.Sessions;

/// <summary>
/// Reads the first rows of a list in the background, for completion: one reading at a time, at most one in <see cref="Interval"/>,
/// and none through a session whose key the service has not accepted. Failures are ignored. A reading ends with its session.
/// </summary>
/// <typeparam name="T">A row.</typeparam>
internal sealed class BackgroundRefresh<T>
    where T : Resource
{
    /// <summary>The largest number of rows that it reads.</summary>
    public const int Rows = 1000;

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    private readonly NovitaSession _session;
    private readonly ListRequest<T> _request;
    private readonly object _lock = new();
    private Task _reading = Task.CompletedTask;
    private TimeSpan? _startedAt;

    public BackgroundRefresh(NovitaSession session, ListRequest<T> request)
    {
        _session = session;
        _request = request;
    }

    /// <summary>How long to rest from the start of one reading to the start of the next.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Starts a reading if it is time for one.</summary>
    /// <returns>The reading that is under way; done where there is none. It never fails.</returns>
    public Task Start()
    {
        lock (_lock)
        {
            var now = _session.Client.Clock.Uptime;
            if (_reading.IsCompleted && (_startedAt is not { } startedAt || now - startedAt >= Interval) && _session.Client.IsKeyAccepted)
            {
                _startedAt = now;
                _reading = Task.Run(TryReadAsync);
            }

            return _reading;
        }
    }

    private async Task TryReadAsync()
    {
        try
        {
            using var limit = new CancellationTokenSource(s_limit);
            await ReadAsync(new CallContext(null, limit.Token)).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Nobody asked for this reading, so nobody can do anything about its failure.
        }
    }

    private async Task ReadAsync(CallContext call)
    {
        var before = _session.Seen<T>().PagesAdded;
        if (_request.IsWholeList)
        {
            _session.Seen<T>().Add(await _session.Client.Cached(_request).ReadAsync(call).ConfigureAwait(false));
            _session.Seen<T>().ForgetUntil(before);
            return;
        }

        using var listing = _session.Client.List([_request], call);
        for (var wanted = Rows; wanted > 0;)
        {
            if (await listing.NextAsync(wanted).ConfigureAwait(false) is not { } rows)
            {
                if (listing.Unconfirmed.Count == 0)
                {
                    // It was the whole list: what it lacked is gone.
                    _session.Seen<T>().ForgetUntil(before);
                }

                return;
            }

            wanted -= rows.Count;
            _session.Seen<T>().Add(rows);
        }
    }
}
