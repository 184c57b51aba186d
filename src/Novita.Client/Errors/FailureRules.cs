using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Novita.Client.Errors;

/// <summary>Decides after a failed attempt whether to retry, and whether the service may have acted on the request.</summary>
internal static class FailureRules
{
    /// <summary>Whether a retry may succeed and cannot make a change twice.</summary>
    public static bool AllowsRetry(this NovitaException error, bool isChange) =>
        IsTransient(error) && (!isChange || error.StatusCode == 429 || WasNeverReached(error));

    /// <summary>Whether the service may have acted on the request: the service did not refuse it and may have received it.</summary>
    public static bool MayHaveBeenServed(this NovitaException error) => !IsRefusal(error) && !WasNeverReached(error);

    private static bool IsTransient(NovitaException error) => error switch
    {
        { StatusCode: 408 or 429 or >= 500 } => true,

        // A refused certificate would be refused again.
        { Kind: NovitaErrorKind.ConnectionFailed, StatusCode: null } =>
            error.InnerException?.GetBaseException() is not AuthenticationException,
        _ => false,
    };

    /// <summary>Whether the service refused the request, so that it has not acted on it. A redirect is not a refusal.</summary>
    private static bool IsRefusal(NovitaException error) => error.StatusCode is >= 400 and < 500 and not 408;

    /// <summary>Whether the connection failed before the request was sent.</summary>
    private static bool WasNeverReached(NovitaException error) =>
        error is { Kind: NovitaErrorKind.ConnectionFailed, StatusCode: null } && error.InnerException?.GetBaseException() switch
        {
            AuthenticationException => true,
            // Other codes may also end a connection after the request was sent.
            SocketException socket => socket.SocketErrorCode
                is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData,
            WebException web => web.Status
                is WebExceptionStatus.ConnectFailure or WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.TrustFailure,
            _ => false,
        };
}
