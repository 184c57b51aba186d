namespace Novita.Client.Waiting;

/// <summary>Rides out an outage while a list is read again and again: one warning, then further attempts.</summary>
internal sealed class Outage
{
    private bool _isOut;

    /// <summary>Calls; a failure that may pass gives null.</summary>
    /// <param name="start">The call.</param>
    /// <param name="call">Receives events.</param>
    /// <exception cref="NovitaException">It failed in a way that will not pass.</exception>
    public async Task<T?> RideOutAsync<T>(Func<Task<T>> start, CallContext call)
        where T : class
    {
        try
        {
            var result = await start().ConfigureAwait(false);
            _isOut = false;
            return result;
        }
        catch (NovitaException error) when (MayPass(error.Kind))
        {
            call.Tell(_isOut ? ClientEventKind.Step : ClientEventKind.Warning, $"{error.Message} Looking again.");
            _isOut = true;
            return null;
        }
    }

    private static bool MayPass(NovitaErrorKind kind) => kind is NovitaErrorKind.ServiceUnavailable or NovitaErrorKind.ConnectionFailed
        or NovitaErrorKind.RequestTimedOut or NovitaErrorKind.RateLimited or NovitaErrorKind.ResponseInvalid;
}
