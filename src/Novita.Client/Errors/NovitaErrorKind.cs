namespace Novita;

/// <summary>What went wrong, as a script tells errors apart; each is the error id that PowerShell shows.</summary>
public enum NovitaErrorKind
{
    /// <summary>No API key was given.</summary>
    ApiKeyMissing,

    /// <summary>There is no session, or none of that name.</summary>
    NotConnected,

    /// <summary>The service does not know the key.</summary>
    ApiKeyRefused,

    /// <summary>The key may not do this, or a gateway blocked the request.</summary>
    AccessDenied,

    /// <summary>The request is malformed.</summary>
    RequestInvalid,

    /// <summary>What was asked for does not exist.</summary>
    NotFound,

    /// <summary>The instance is in a state that does not allow this.</summary>
    InvalidState,

    /// <summary>Something else changes it right now.</summary>
    ResourceBusy,

    /// <summary>Something that exists uses it: it cannot be deleted until that lets it go.</summary>
    InUse,

    /// <summary>A limit of the account is reached.</summary>
    QuotaExceeded,

    /// <summary>The account's balance does not cover it.</summary>
    BalanceTooLow,

    /// <summary>More instances would be changed than the caller allows.</summary>
    TooManyAffected,

    /// <summary>An instance did not arrive at the awaited state in time.</summary>
    WaitTimedOut,

    /// <summary>An instance can no longer arrive at the awaited state.</summary>
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

    /// <summary>The reply is not what the contract says.</summary>
    ResponseInvalid,

    /// <summary>A value of a row does not fit its property, which is empty there.</summary>
    ValueUnreadable,

    /// <summary>A proxy on the way refused the request, such as for want of a user and password.</summary>
    ProxyRefused,

    /// <summary>A list could not be confirmed to be complete.</summary>
    ListIncomplete,

    /// <summary>The rows of a cost report do not add up to the service's own total.</summary>
    TotalsDiffer,

    /// <summary>The key would travel unencrypted.</summary>
    InsecureEndpoint,
}
