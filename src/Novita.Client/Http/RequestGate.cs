using System.Diagnostics.CodeAnalysis;

namespace Novita.Client.Http;

/// <summary>
/// Limits how many requests of a session run at once, and holds all of them while the service asks for a pause. Everything that uses the
/// session shares it: parallel pages, several lists, several runspaces.
/// </summary>
/// <remarks>
/// The width adapts as TCP's window does: a 429 halves it, and as many successes as it is wide widen it by one, up to the limit.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim holds no resource until its wait handle is used, and requests "
    + "may leave after the session ended.")]
internal sealed class RequestGate
{
    private readonly Clock _clock;
    private readonly int _limit;
    private readonly SemaphoreSlim _places;
    private readonly object _lock = new();

    private int _width;
    private int _generation;
    private int _successes;

    // Places to be withdrawn when they come back: a narrower gate does not stop what is under way.
    private int _owed;

    // By the clock's uptime: setting the wall clock makes no pause longer or shorter.
    private TimeSpan _closedUntil;

    public RequestGate(int limit, Clock clock)
    {
        _clock = clock;
        _limit = limit;
        _width = limit;
        _places = new SemaphoreSlim(limit);
    }

    /// <summary>How many requests may run at once now.</summary>
    public int Width
    {
        get
        {
            lock (_lock)
            {
                return _width;
            }
        }
    }

    /// <summary>Waits for a place and for the end of a pause, which is reported.</summary>
    /// <returns>The generation of the gate's width, which goes back with the result.</returns>
    public async Task<int> EnterAsync(CallContext call)
    {
        await _places.WaitAsync(call.CancellationToken).ConfigureAwait(false);
        try
        {
            while (RemainingPause() is { Ticks: > 0 } pause)
            {
                call.Tell(
                    ClientEventKind.Pause,
                    FormattableString.Invariant($"the service asked for a pause: waiting {pause.TotalSeconds:0.#} s"),
                    _clock.Uptime + pause);
                await _clock.Delay(pause, call.CancellationToken).ConfigureAwait(false);
            }
        }
        catch
        {
            Leave();
            throw;
        }

        lock (_lock)
        {
            return _generation;
        }
    }

    /// <summary>Gives the place back after a request that the service did not throttle.</summary>
    public void LeaveServed()
    {
        lock (_lock)
        {
            if (++_successes >= _width && _width < _limit)
            {
                _successes = 0;
                _width++;
                if (_owed > 0)
                {
                    _owed--;
                }
                else
                {
                    _places.Release();
                }
            }
        }

        Leave();
    }

    /// <summary>Gives the place back after a 429, and closes the gate for everyone.</summary>
    /// <param name="generation">
    /// What <see cref="EnterAsync"/> gave: of the requests sent together only the first 429 narrows the gate.
    /// </param>
    /// <param name="pause">How long nothing is sent.</param>
    public void LeaveThrottled(int generation, TimeSpan pause)
    {
        lock (_lock)
        {
            var until = _clock.Uptime + pause;
            _closedUntil = until > _closedUntil ? until : _closedUntil;
            _successes = 0;
            if (generation == _generation)
            {
                _generation++;
                var narrower = Math.Max(1, _width / 2);
                _owed += _width - narrower;
                _width = narrower;
                while (_owed > 0 && _places.Wait(0))
                {
                    _owed--;
                }
            }
        }

        Leave();
    }

    /// <summary>Gives the place back after a request that came to nothing.</summary>
    public void Leave()
    {
        lock (_lock)
        {
            if (_owed > 0)
            {
                _owed--;
                return;
            }
        }

        _places.Release();
    }

    private TimeSpan RemainingPause()
    {
        lock (_lock)
        {
            return _closedUntil - _clock.Uptime;
        }
    }
}
