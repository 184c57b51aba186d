namespace Novita.Client.Waiting;

/// <summary>Ignores temporary failures of calls that are repeated: warns once at the beginning of each outage.</summary>
internal sealed class Outage
{
    private bool _isOut;

    /// <summary>Runs a call; returns null after a temporary failure.</summary>
    /// <param name="start">Starts the call.</param>
    /// <param name="call">Receives events.</param>
    /// <exception cref="NovitaException">The call failed in a way that is not temporary.</exception>
    public async Task<T?> RideOutAsync<T>(Func<Task<T>> start, CallContext call)
        where T : class
    {
        try
        {
            var result = await start().ConfigureAwait(false);
            _isOut = false;
            return result;
        }
        catch (NovitaException error) when (IsTemporary(error.Kind))
        {
            call.Report(_isOut ? ClientEventKind.Step : ClientEventKind.Warning, $"{error.Message} Looking again.");
            _isOut = true;
            return null;
        }
    }

    private static bool IsTemporary(NovitaErrorKind kind) =>
        kind is NovitaErrorKind.ServiceUnavailable
            or NovitaErrorKind.ConnectionFailed
            or NovitaErrorKind.RequestTimedOut
            or NovitaErrorKind.RateLimited
            or NovitaErrorKind.ResponseInvalid;
}
