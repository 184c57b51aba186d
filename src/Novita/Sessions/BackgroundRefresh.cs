using Novita.Client;
using Novita.Client.Lists;

namespace Novita.Sessions;

/// <summary>
/// Reads the first rows of a list in the background, for completion. At most one reading runs at a time, and at most one starts in each
/// <see cref="Interval"/>. Nothing is read before the service has accepted the session's key. Errors are ignored.
/// </summary>
/// <typeparam name="T">The type of a row.</typeparam>
internal sealed class BackgroundRefresh<T>
    where T : Resource
{
    /// <summary>The largest number of rows to read.</summary>
    public const int Rows = 1000;

    private static readonly TimeSpan s_timeout = TimeSpan.FromSeconds(20);

    private readonly NovitaClient _client;
    private readonly SeenResources _seen;
    private readonly ListRequest<T> _request;
    private readonly object _lock = new();
    private Task _reading = Task.CompletedTask;
    private TimeSpan? _startedAt;

    /// <summary>Creates the object. Nothing is sent before the first <see cref="Start"/>.</summary>
    /// <param name="client">The session's client.</param>
    /// <param name="seen">Receives the rows.</param>
    /// <param name="request">The list.</param>
    public BackgroundRefresh(NovitaClient client, SeenResources seen, ListRequest<T> request)
    {
        _client = client;
        _seen = seen;
        _request = request;
    }

    /// <summary>The shortest time between the starts of two readings.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Starts a reading, unless one runs or was started within <see cref="Interval"/>.</summary>
    /// <returns>The running reading, or a completed task. The task never fails.</returns>
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
            using var limit = new CancellationTokenSource(s_timeout);
            await ReadAsync(new CallContext(null, limit.Token)).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // The user did not ask for this reading, so an error would confuse.
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
                    // The whole list was read: a resource that is not in it no longer exists.
                    _seen.ForgetUntil(before);
                }

                return;
            }

            wanted -= rows.Count;
            _seen.Add(rows);
        }
    }
}
