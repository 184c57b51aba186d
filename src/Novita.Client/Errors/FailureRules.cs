using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace Novita.Client.Errors;

/// <summary>Decides after a failed attempt whether another may help, and whether the service may have acted on the request.</summary>
internal static class FailureRules
{
    /// <summary>Tells whether the request may be sent again: another try may succeed, and no change may be made twice.</summary>
    public static bool AllowsRetry(this NovitaException error, bool isChange) =>
        IsTransient(error) && (!isChange || error.StatusCode == 429 || WasNeverReached(error));

    /// <summary>Tells whether the service may have acted on the request all the same: it neither refused it nor was out of reach.</summary>
    public static bool MayHaveBeenServed(this NovitaException error) => !IsRefusal(error) && !WasNeverReached(error);

    private static bool IsTransient(NovitaException error) => error switch
    {
        { StatusCode: 408 or 429 or >= 500 } => true,

        // A certificate that was refused will be refused again.
        { Kind: NovitaErrorKind.ConnectionFailed, StatusCode: null } =>
            error.InnerException?.GetBaseException() is not AuthenticationException,
        _ => false,
    };

    /// <summary>Tells whether the service refused the request, and so has not acted on it. A redirect is not a refusal.</summary>
    private static bool IsRefusal(NovitaException error) => error.StatusCode is >= 400 and < 500 and not 408;

    /// <summary>Tells whether the request cannot have arrived, because there was no connection to send it on.</summary>
    private static bool WasNeverReached(NovitaException error) =>
        error is { Kind: NovitaErrorKind.ConnectionFailed, StatusCode: null } && error.InnerException?.GetBaseException() switch
        {
            AuthenticationException => true,
            // Not those that may also end a connection that has carried the request.
            SocketException socket => socket.SocketErrorCode
                is SocketError.ConnectionRefused or SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData,
            WebException web => web.Status
                is WebExceptionStatus.ConnectFailure or WebExceptionStatus.NameResolutionFailure or WebExceptionStatus.TrustFailure,
            _ => false,
        };
}
