using System.Diagnostics.CodeAnalysis;

namespace Novita.Client.Http;

/// <summary>
/// Limits the number of requests of a session that run at the same time, and holds all requests while the service asks for a pause.
/// Thread-safe: all calls of a session share the gate, from all runspaces.
/// </summary>
/// <remarks>
/// The width of the gate adapts like TCP's congestion window: a 429 halves the width; a full width of successes adds one, up to the limit.
/// </remarks>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim needs no Dispose while its wait handle is not used.")]
internal sealed class RequestGate
{
    private readonly Clock _clock;
    private readonly int _limit;
    private readonly SemaphoreSlim _places;
    private readonly object _lock = new();

    private int _width;
    private int _generation;
    private int _successes;

    // Places that are not released when their requests leave: narrowing the gate does not stop running requests.
    private int _owed;

    // By the clock's uptime, so that setting the wall clock does not change a pause.
    private TimeSpan _closedUntil;

    public RequestGate(int limit, Clock clock)
    {
        _clock = clock;
        _limit = limit;
        _width = limit;
        _places = new SemaphoreSlim(limit);
    }

    /// <summary>Waits for a place and for the end of a pause. The pause is reported.</summary>
    /// <returns>The generation of the gate's width, for <see cref="LeaveThrottled"/>.</returns>
    public async Task<int> EnterAsync(CallContext call)
    {
        await _places.WaitAsync(call.CancellationToken).ConfigureAwait(false);
        try
        {
            while (RemainingPause() is { Ticks: > 0 } pause)
            {
                call.Report(
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

    /// <summary>Releases the place after a success, which may widen the gate.</summary>
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

    /// <summary>Releases the place after a 429, narrows the gate and closes it for a pause.</summary>
    /// <param name="generation">
    /// The result of <see cref="EnterAsync"/>: of the requests of one generation only the first 429 narrows the gate.
    /// </param>
    /// <param name="pause">The time for which no request is sent.</param>
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

    /// <summary>Releases the place after another failure.</summary>
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
