using Novita.Client;
using Novita.Client.Http;

namespace Novita.Sessions;

/// <summary>
/// Reads the newest instances of a session behind the user's back, so that completion knows them: one reading at a time, one in
/// <see cref="Interval"/> at most, and none through a session whose key the service has not taken. That it fails is nobody's
/// concern. It ends with the session, and no process waits for it.
/// </summary>
internal sealed class BackgroundRefresh
{
    /// <summary>How many instances it reads at most.</summary>
    public const int Rows = 1000;

    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(20);

    private readonly NovitaSession _session;
    private readonly object _lock = new();
    private Task _reading = Task.CompletedTask;
    private TimeSpan? _startedAt;

    public BackgroundRefresh(NovitaSession session) => _session = session;

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
        var before = _session.Seen.PagesAdded;
        using var listing = InstanceListing.OfAll(_session.Client, call);
        for (var wanted = Rows; wanted > 0;)
        {
            if (await listing.NextAsync(wanted).ConfigureAwait(false) is not { } instances)
            {
                if (listing.Unconfirmed.Count == 0)
                {
                    // It was the whole fleet: what it did not have is gone.
                    _session.Seen.ForgetUntil(before);
                }

                return;
            }

            wanted -= instances.Count;
            _session.Seen.Add(instances);
        }
    }
}
