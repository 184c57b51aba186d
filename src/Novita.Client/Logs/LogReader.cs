namespace Novita.Client.Logs;

/// <summary>
/// Reads the log of an instance, a few lines at a time. A followed log continues after a lost connection; where its lines have times, no
/// line is missing and no line is repeated.
/// </summary>
internal sealed class LogReader : IDisposable
{
    /// <summary>The number of last lines that a new connection asks for, to find the last line that was read.</summary>
    private const int Overlap = 1000;

    private static readonly TimeSpan s_firstPause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_maxPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_maxSilence = TimeSpan.FromMinutes(5);

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
    private bool _mustOverlap;
    private bool _wantsAll;
    private bool _isOut;
    private bool _isOver;

    /// <summary>Creates a reader. Nothing is sent before the first <see cref="NextAsync"/>.</summary>
    /// <param name="findAddress">
    /// Reads the log's address from the service, before each connection: every start changes the address. Null ends the log.
    /// </param>
    /// <param name="options">The session's options.</param>
    /// <param name="tail">The number of last lines to begin with; null for all lines.</param>
    /// <param name="follows">Whether to wait for new lines.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    public LogReader(Func<Task<string?>> findAddress, NovitaClientOptions options, int? tail, bool follows, CallContext call)
    {
        _findAddress = findAddress;
        _options = options;
        _tail = tail;
        _follows = follows;
        _call = call;
    }

    /// <summary>Returns the next lines, which may be an empty list; null at the end.</summary>
    /// <exception cref="NovitaException">
    /// The log cannot be read, or the connection was lost. The lines that were returned before are right.
    /// </exception>
    public async Task<IReadOnlyList<string>?> NextAsync()
    {
        if (_isOver)
        {
            return null;
        }

        using var silence = _options.Clock.CancelAfter(_follows ? s_maxSilence : _options.Timeout);
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
        catch (NovitaException error) when (!_follows || !IsTemporary(error.Kind))
        {
            throw;
        }
        catch (Exception error)
        {
            ReportFailure(error, silence.IsCancellationRequested);
        }

        Disconnect();
        if (!_follows)
        {
            _isOver = true;
            return [.. _last];
        }

        await _options.Clock.Delay(_pause, _call.CancellationToken).ConfigureAwait(false);
        _pause = _pause + _pause < s_maxPause ? _pause + _pause : s_maxPause;
        return [];
    }

    /// <summary>Closes the connection.</summary>
    public void Dispose() => Disconnect();

    private static bool IsTemporary(NovitaErrorKind kind) =>
        kind is NovitaErrorKind.ServiceUnavailable
            or NovitaErrorKind.ConnectionFailed
            or NovitaErrorKind.RequestTimedOut
            or NovitaErrorKind.RateLimited;

    private async Task<bool> TryConnectAsync(CancellationToken cancellationToken)
    {
        if (await _findAddress().ConfigureAwait(false) is not { } text)
        {
            return false;
        }

        var continues = _hasConnected && _position.IsKnown;
        var tail = !_hasConnected ? _tail : !continues ? 0 : _wantsAll ? null : (int?)Overlap;
        var address = LogAddress.Ask(LogAddress.Read(text, _options), _follows, tail);
        _stream = await LogStream.OpenAsync(address, _options, cancellationToken).ConfigureAwait(false);
        if (_hasConnected && !continues)
        {
            _call.Report(ClientEventKind.Warning, "The log was cut off, and its lines have no times: lines between may be missing.");
        }

        _position.Reconnect();
        _mustOverlap = continues && !_wantsAll;
        _wantsAll = false;
        _hasConnected = true;
        _isOut = false;
        return true;
    }

    /// <summary>
    /// Reports a failure of a followed log, which connects again, or throws. A message of .NET is not shown, because it may quote the
    /// address.
    /// </summary>
    private void ReportFailure(Exception error, bool isSilent)
    {
        var problem = isSilent ? "The log's host was silent for too long." : "The connection to the log's host failed.";
        if (!_follows)
        {
            var kind = isSilent ? NovitaErrorKind.RequestTimedOut : NovitaErrorKind.ConnectionFailed;
            throw new NovitaException(kind, $"{problem} The log may have more lines.");
        }

        // A lost connection is normal; one that cannot be opened is a warning, once.
        var isWarning = _stream is null && !_isOut;
        _isOut |= isWarning;
        problem = error is NovitaException ? error.Message : problem;
        _call.Report(isWarning ? ClientEventKind.Warning : ClientEventKind.Step, $"{problem} Connecting again.");
    }

    /// <summary>
    /// Drops the lines that were read before. A connection that begins after the last line that was read is replaced by one that asks for
    /// the whole log.
    /// </summary>
    private List<string> Continue(IReadOnlyList<string> lines)
    {
        if (_mustOverlap && lines.Count > 0)
        {
            _mustOverlap = false;
            if (!_position.Overlaps(lines[0]))
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

    /// <summary>Returns the lines, or keeps the wanted number of last lines: a host may send more lines than requested.</summary>
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
