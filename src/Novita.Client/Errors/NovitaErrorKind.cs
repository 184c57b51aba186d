namespace Novita;

/// <summary>The kinds of errors; the name of a kind is the error id in PowerShell.</summary>
public enum NovitaErrorKind
{
    /// <summary>No API key was given.</summary>
    ApiKeyMissing,

    /// <summary>There is no session, or no session of that name.</summary>
    NotConnected,

    /// <summary>The service does not know the key.</summary>
    ApiKeyRefused,

    /// <summary>The key may not do this, or a gateway blocked the request.</summary>
    AccessDenied,

    /// <summary>The request is malformed.</summary>
    RequestInvalid,

    /// <summary>The resource does not exist.</summary>
    NotFound,

    /// <summary>The state of the resource does not allow the operation.</summary>
    InvalidState,

    /// <summary>Another operation changes the resource now.</summary>
    ResourceBusy,

    /// <summary>Another resource uses this one, so that it cannot be deleted.</summary>
    InUse,

    /// <summary>A limit of the account is reached.</summary>
    QuotaExceeded,

    /// <summary>The account's balance is too low for the operation.</summary>
    BalanceTooLow,

    /// <summary>More instances would be changed than the caller allows.</summary>
    TooManyAffected,

    /// <summary>A resource did not reach the awaited state in time.</summary>
    WaitTimedOut,

    /// <summary>A resource can no longer reach the awaited state.</summary>
    WaitUnreachable,

    /// <summary>A job that was waited for failed, or was stopped.</summary>
    JobFailed,

    /// <summary>No machine with these GPUs is free.</summary>
    CapacityUnavailable,

    /// <summary>Too many requests, even after the last retry.</summary>
    RateLimited,

    /// <summary>The service failed, even after the last retry.</summary>
    ServiceUnavailable,

    /// <summary>The service could not be reached.</summary>
    ConnectionFailed,

    /// <summary>A request took longer than the session's time-out.</summary>
    RequestTimedOut,

    /// <summary>The response is not what the contract says.</summary>
    ResponseInvalid,

    /// <summary>A value of a row does not fit its property, which is null.</summary>
    ValueUnreadable,

    /// <summary>A proxy refused the request, for example without a user and password.</summary>
    ProxyRefused,

    /// <summary>A list could not be confirmed to be complete.</summary>
    ListIncomplete,

    /// <summary>The rows of a cost report do not add up to the service's own total.</summary>
    TotalsDiffer,

    /// <summary>The key would travel unencrypted.</summary>
    InsecureEndpoint,
}
