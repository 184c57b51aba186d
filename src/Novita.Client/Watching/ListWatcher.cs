using Novita.Client.Lists;
using Novita.Client.Waiting;

namespace Novita.Client.Watching;

/// <summary>
/// Reads a list repeatedly and returns the changes between two readings. A list that is not confirmed to be complete causes no removal:
/// the next complete reading decides about the missing rows.
/// </summary>
/// <typeparam name="T">A row.</typeparam>
/// <typeparam name="TChange">A change of a row.</typeparam>
internal sealed class ListWatcher<T, TChange>
    where T : Resource
{
    private readonly Watched<T, TChange> _watched;
    private readonly Func<Task<ListReading<T>>> _read;
    private readonly TimeSpan _interval;
    private readonly TimeSpan _end;
    private readonly Clock _clock;
    private readonly CallContext _call;
    private readonly Dictionary<(string? Session, string Id), T> _known = [];
    private readonly Outage _outage = new();
    private bool _hasBaseline;
    private bool _started;
    private bool _isUnconfirmed;

    /// <summary>Creates a watcher. Nothing is sent before the first <see cref="NextAsync"/>.</summary>
    /// <param name="watched">The properties to compare.</param>
    /// <param name="read">Reads the whole list.</param>
    /// <param name="interval">The time between two readings.</param>
    /// <param name="timeout">The maximum time of the watch; null without a limit.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    public ListWatcher(
        Watched<T, TChange> watched,
        Func<Task<ListReading<T>>> read,
        TimeSpan interval,
        TimeSpan? timeout,
        Clock clock,
        CallContext call)
    {
        _watched = watched;
        _read = read;
        _interval = interval;
        _clock = clock;
        _call = call;
        _end = timeout is { } span ? clock.Uptime + span : TimeSpan.MaxValue;
    }

    /// <summary>Decides which rows of the first reading are returned as new rows; null for no row.</summary>
    public Func<T, bool>? ReportsAtFirst { get; init; }

    /// <summary>The number of rows in the latest reading.</summary>
    public int Count => _known.Count;

    /// <summary>
    /// Waits for the interval, except the first time, reads the list and returns the changes; null when the time is up.
    /// </summary>
    /// <exception cref="NovitaException">The list cannot be read, and the failure is not temporary.</exception>
    public async Task<IReadOnlyList<TChange>?> NextAsync()
    {
        if (_started)
        {
            var left = _end - _clock.Uptime;
            if (left <= TimeSpan.Zero)
            {
                return null;
            }

            await _clock.Delay(left < _interval ? left : _interval, _call.CancellationToken).ConfigureAwait(false);
        }

        _started = true;
        var reading = await _outage.RideOutAsync(_read, _call).ConfigureAwait(false);
        WarnIf(reading?.Unconfirmed.Count > 0);
        return reading is null ? [] : Compare(reading, _clock.UtcNow.LocalDateTime);
    }

    /// <summary>Warns once that removals are not reported while the list is not confirmed.</summary>
    private void WarnIf(bool isUnconfirmed)
    {
        if (isUnconfirmed && !_isUnconfirmed)
        {
            _call.Report(
                ClientEventKind.Warning,
                $"The list could not be confirmed to be complete. Until it can, {Noun<T>.Plural} that are gone are not reported.");
        }

        _isUnconfirmed = isUnconfirmed;
    }

    private List<TChange> Compare(ListReading<T> reading, DateTime now)
    {
        var changes = new List<TChange>();
        var gone = reading.IsComplete ? new HashSet<(string?, string)>(_known.Keys) : [];
        foreach (var row in reading.Rows)
        {
            var key = (row.SessionName, row.Id);
            gone.Remove(key);
            if (_known.TryGetValue(key, out var before))
            {
                changes.AddRange(
                    from property in _watched.Properties
                    where property.Differs(before, row)
                    select _watched.Changed(row, property.Name, property.Show(before), property.Show(row), now));
            }
            else if (_hasBaseline || ReportsAtFirst?.Invoke(row) == true)
            {
                changes.Add(_watched.Created(row, now));
            }

            _known[key] = row;
        }

        foreach (var key in gone)
        {
            changes.Add(_watched.Removed(_known[key], now));
            _known.Remove(key);
        }

        _hasBaseline |= reading.IsComplete;
        return changes;
    }
}
