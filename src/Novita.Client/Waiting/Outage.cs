using Novita.Client.Http;

namespace Novita.Client.Waiting;

/// <summary>What whoever looks again and again does when the service does not answer for a while.</summary>
internal static class Outage
{
    /// <summary>Calls; a failure that may pass gives null.</summary>
    /// <param name="start">The call.</param>
    /// <param name="kind">How to tell of a failure: a warning the first time, a step after that.</param>
    /// <param name="call">Whom to tell.</param>
    /// <exception cref="NovitaException">It failed in a way that will not pass.</exception>
    public static async Task<T?> RideOutAsync<T>(Func<Task<T>> start, ClientEventKind kind, CallContext call)
        where T : class
    {
        try
        {
            return await start().ConfigureAwait(false);
        }
        catch (NovitaException error) when (MayPass(error.Kind))
        {
            call.Tell(kind, $"{error.Message} Looking again.");
            return null;
        }
    }

    private static bool MayPass(NovitaErrorKind kind) => kind is NovitaErrorKind.ServiceUnavailable or NovitaErrorKind.ConnectionFailed
        or NovitaErrorKind.RequestTimedOut or NovitaErrorKind.RateLimited or NovitaErrorKind.ResponseInvalid;
}
