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

    private readonly NovitaClient _client;
    private readonly SeenResources _seen;
    private readonly ListRequest<T> _request;
    private readonly object _lock = new();
    private Task _reading = Task.CompletedTask;
    private TimeSpan? _startedAt;

    /// <summary>Prepares. Nothing is sent before the first <see cref="Start"/>.</summary>
    /// <param name="client">The session's client.</param>
    /// <param name="seen">Where the rows are remembered.</param>
    /// <param name="request">The list.</param>
    public BackgroundRefresh(NovitaClient client, SeenResources seen, ListRequest<T> request)
    {
        _client = client;
        _seen = seen;
        _request = request;
    }

    /// <summary>How long to rest from the start of one reading to the start of the next.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Starts a reading if it is time for one.</summary>
    /// <returns>The reading that is under way, or a completed task. It never fails.</returns>
    public Task Start()
    {
        lock (_lock)
        {
            var now = _client.Clock.Uptime;
            if (_reading.IsCompleted && (_startedAt is not { } startedAt || now - startedAt >= Interval) && _client.IsKeyAccepted)
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
            // The user did not ask for this reading, so an error would only confuse.
        }
    }

    private async Task ReadAsync(CallContext call)
    {
        var before = _seen.PagesAdded;
        if (_request.IsWholeList)
        {
            _seen.Add(await _client.Cached(_request).ReadAsync(call).ConfigureAwait(false));
            _seen.ForgetUntil(before);
            return;
        }

        using var listing = _client.List([_request], call);
        for (var wanted = Rows; wanted > 0;)
        {
            if (await listing.NextAsync(wanted).ConfigureAwait(false) is not { } rows)
            {
                if (listing.Unconfirmed.Count == 0)
                {
                    // It was the whole list: what it lacked is gone.
                    _seen.ForgetUntil(before);
                }

                return;
            }

            wanted -= rows.Count;
            _seen.Add(rows);
        }
    }
}
