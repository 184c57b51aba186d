namespace Novita.Client.Logs;

/// <summary>
/// Reads the log of an instance, a few lines at a time. A log that is followed goes on over lost connections: where its lines have times,
/// no line is lost and none comes twice.
/// </summary>
internal sealed class LogReader : IDisposable
{
    /// <summary>How many lines another connection begins with, to find where the last one ended.</summary>
    private const int Overlap = 1000;

    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_longestSilence = TimeSpan.FromMinutes(5);

    private readonly Func<Task<string?>> _findAddress;
    private readonly NovitaClientOptions _options;
    private readonly int? _tail;
    private readonly bool _follows;
    private readonly CallContext _call;
    private readonly LogPosition _position = new();
    private readonly Queue<string> _last = new();
    private LogStream? _stream;
    private TimeSpan _pause = s_firstPause;
    private bool _hasConnected;
    private bool _mustReach;
    private bool _wantsAll;
    private bool _isOut;
    private bool _isOver;

    /// <summary>Prepares. Nothing is sent before the first line is wanted.</summary>
    /// <param name="findAddress">
    /// Asks the service where the log is, for each connection again: the address changes with every start. Null ends the log.
    /// </param>
    /// <param name="options">The session's options.</param>
    /// <param name="tail">How many of the last lines to begin with; null for all.</param>
    /// <param name="follows">Whether to go on with the lines that come.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    public LogReader(Func<Task<string?>> findAddress, NovitaClientOptions options, int? tail, bool follows, CallContext call)
    {
        _findAddress = findAddress;
        _options = options;
        _tail = tail;
        _follows = follows;
        _call = call;
    }

    /// <summary>Reads the next lines, perhaps none; null at the end.</summary>
    /// <exception cref="NovitaException">The log cannot be read, or was cut off. The lines before are right.</exception>
    public async Task<IReadOnlyList<string>?> NextAsync()
    {
        if (_isOver)
        {
            return null;
        }

        using var silence = _options.Clock.CancelAfter(_follows ? s_longestSilence : _options.Timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(_call.CancellationToken, silence.Token);
        try
        {
            if (_stream is null && !await TryConnectAsync(either.Token).ConfigureAwait(false))
            {
                _isOver = true;
                return null;
            }

            if (await _stream!.ReadAsync(either.Token).ConfigureAwait(false) is { } lines)
            {
                return _follows ? Continue(lines) : Keep(lines);
            }
        }
        catch (Exception) when (_call.CancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(_call.CancellationToken);
        }
        catch (NovitaException error) when (!_follows || !MayPass(error))
        {
            throw;
        }
        catch (Exception error)
        {
            Explain(error, silence.IsCancellationRequested);
        }

        Disconnect();
        if (!_follows)
        {
            _isOver = true;
            return [.. _last];
        }

        await _options.Clock.Delay(_pause, _call.CancellationToken).ConfigureAwait(false);
        _pause = _pause + _pause < s_longestPause ? _pause + _pause : s_longestPause;
        return [];
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose() => Disconnect();

    private static bool MayPass(NovitaException error) => error.Kind is NovitaErrorKind.ServiceUnavailable
        or NovitaErrorKind.ConnectionFailed or NovitaErrorKind.RequestTimedOut or NovitaErrorKind.RateLimited;

    private async Task<bool> TryConnectAsync(CancellationToken cancellationToken)
    {
        if (await _findAddress().ConfigureAwait(false) is not { } text)
        {
            return false;
        }

        var goesOn = _hasConnected && _position.IsKnown;
        var tail = !_hasConnected ? _tail : !goesOn ? 0 : _wantsAll ? null : (int?)Overlap;
        var address = LogAddress.Ask(LogAddress.Read(text, _options), _follows, tail);
        _stream = await LogStream.OpenAsync(address, _options, cancellationToken).ConfigureAwait(false);
        if (_hasConnected && !goesOn)
        {
            _call.Tell(ClientEventKind.Warning, "The log was cut off, and its lines have no times: lines between may be missing.");
        }

        _position.Reconnect();
        _mustReach = goesOn && !_wantsAll;
        _wantsAll = false;
        _hasConnected = true;
        _isOut = false;
        return true;
    }

    /// <summary>Tells of a failure that is got over, or throws. What .NET says of it may quote the address, so it is not shown.</summary>
    private void Explain(Exception error, bool isSilent)
    {
        var problem = isSilent ? "The log's host was silent for too long." : "The connection to the log's host failed.";
        if (!_follows)
        {
            var kind = isSilent ? NovitaErrorKind.RequestTimedOut : NovitaErrorKind.ConnectionFailed;
            throw new NovitaException(kind, $"{problem} The log may have more lines.");
        }

        // A connection that is lost is nothing to warn of; one that cannot be made is, once.
        var isWarning = _stream is null && !_isOut;
        _isOut |= isWarning;
        problem = error is NovitaException ? error.Message : problem;
        _call.Tell(isWarning ? ClientEventKind.Warning : ClientEventKind.Step, $"{problem} Connecting again.");
    }

    /// <summary>
    /// Leaves out what was read before. A connection that does not reach back that far is replaced by one that begins at the beginning.
    /// </summary>
    private List<string> Continue(IReadOnlyList<string> lines)
    {
        if (_mustReach && lines.Count > 0)
        {
            _mustReach = false;
            if (!_position.Reaches(lines[0]))
            {
                _wantsAll = true;
                Disconnect();
                return [];
            }
        }

        var found = lines.Select(_position.Take).OfType<string>().ToList();
        _pause = found.Count > 0 ? s_firstPause : _pause;
        return found;
    }

    /// <summary>Passes lines on, or keeps the last ones where no more are wanted: a host may send more than it was asked for.</summary>
    private IReadOnlyList<string> Keep(IReadOnlyList<string> lines)
    {
        if (_tail is not { } count)
        {
            return lines;
        }

        foreach (var line in lines)
        {
            _last.Enqueue(line);
            if (_last.Count > count)
            {
                _last.Dequeue();
            }
        }

        return [];
    }

    private void Disconnect()
    {
        _stream?.Dispose();
        _stream = null;
    }
}
