using System.Management.Automation;
using Novita.Client.Text;

namespace Novita.Errors;

/// <summary>The one place where failures get their PowerShell form: id, category, and what to do.</summary>
internal static class ErrorRecords
{
    private static readonly Dictionary<NovitaErrorKind, (ErrorCategory Category, string Action)> s_forms = new()
    {
        [NovitaErrorKind.ApiKeyMissing] = (ErrorCategory.AuthenticationError, "Set $env:NOVITA_API_KEY, or pass the key to "
            + "Connect-Novita with -ApiKey or -Credential."),
        [NovitaErrorKind.NotConnected] = (ErrorCategory.AuthenticationError,
            "Run Connect-Novita, or set $env:NOVITA_API_KEY. Get-NovitaSession shows the sessions there are."),
        [NovitaErrorKind.ApiKeyRefused] = (ErrorCategory.AuthenticationError,
            "Check that the key still exists in the Novita console and belongs to this endpoint, then run Connect-Novita again."),
        [NovitaErrorKind.AccessDenied] = (ErrorCategory.PermissionDenied,
            "Use a key that may do this. If a gateway blocked the request, look at the proxy and network on the way."),
        [NovitaErrorKind.RequestInvalid] = (ErrorCategory.InvalidArgument, "Correct the value that the message names."),
        [NovitaErrorKind.NotFound] = (ErrorCategory.ObjectNotFound,
            "Look at what there is with {0}. If every call fails like this, check the endpoint: -Endpoint of Connect-Novita, or "
            + "$env:NOVITA_ENDPOINT."),
        [NovitaErrorKind.InvalidState] = (ErrorCategory.InvalidOperation,
            "Look at its Status. While it is changing, wait and try again. An instance that has exited must be started first, and a "
            + "running one stopped."),
        [NovitaErrorKind.ResourceBusy] = (ErrorCategory.ResourceBusy, "Wait until what uses it is done, and try again."),
        [NovitaErrorKind.InUse] = (ErrorCategory.ResourceBusy, "Remove or change what uses it first, then try again."),
        [NovitaErrorKind.QuotaExceeded] = (ErrorCategory.QuotaExceeded, "Remove what is not needed, or ask Novita for a higher limit."),
        [NovitaErrorKind.BalanceTooLow] = (ErrorCategory.QuotaExceeded, "Top up the account."),
        [NovitaErrorKind.TooManyAffected] = (ErrorCategory.LimitsExceeded,
            "Look with -WhatIf, without -MaxAffected, at what would be changed, then narrow it or raise -MaxAffected."),
        [NovitaErrorKind.WaitTimedOut] = (ErrorCategory.OperationTimeout, "Look at it with {0} -Id, or wait longer with -TimeoutSec."),
        [NovitaErrorKind.WaitUnreachable] = (ErrorCategory.InvalidResult, "Look at its Status and StatusError with {0} -Id, then act "
            + "on it again."),
        [NovitaErrorKind.JobFailed] = (ErrorCategory.InvalidResult,
            "Look at the job with {0} -Id: RevealLogAddress() gives the whole address of its log. Correct what the message names, then "
            + "begin again."),
        [NovitaErrorKind.CapacityUnavailable] = (ErrorCategory.ResourceUnavailable, "Try another product or cluster, or try again later."),
        [NovitaErrorKind.RateLimited] = (ErrorCategory.LimitsExceeded, "Try again later, or connect with a smaller -ThrottleLimit or a "
            + "larger -MaximumRetryCount."),
        [NovitaErrorKind.ServiceUnavailable] = (ErrorCategory.ResourceUnavailable, "Try again later. What was written before this "
            + "error is right."),
        [NovitaErrorKind.ConnectionFailed] = (ErrorCategory.ConnectionError, "Check the endpoint, the network and the proxy, then try "
            + "again."),
        [NovitaErrorKind.RequestTimedOut] = (ErrorCategory.OperationTimeout, "Try again, or connect with a larger -TimeoutSec."),
        [NovitaErrorKind.ResponseInvalid] = (ErrorCategory.InvalidData, "Check that the endpoint is Novita's own. If it is, report the "
            + "message: it holds no secret."),
        [NovitaErrorKind.ValueUnreadable] = (ErrorCategory.InvalidData, "Look at the value with GetAdditionalData(). With -ErrorAction "
            + "Stop such a value ends the list."),
        [NovitaErrorKind.ProxyRefused] = (ErrorCategory.ConnectionError,
            "Give user and password to Connect-Novita, as in -Proxy http://user:password@proxy.example:8080, or in the variable that "
            + "names the proxy."),
        [NovitaErrorKind.ListIncomplete] = (ErrorCategory.InvalidResult, "Run it again when less changes at the same time. Do not act "
            + "on what is missing from this list."),
        [NovitaErrorKind.TotalsDiffer] = (
            ErrorCategory.InvalidResult, "Do not book this report as it is: run it again later, and compare with Get-NovitaInvoice."),
        [NovitaErrorKind.InsecureEndpoint] = (ErrorCategory.SecurityError,
            "Use https, or connect with -AllowUnencryptedAuthentication if every hop to the endpoint is yours."),
    };

    /// <summary>Makes the record of a failure.</summary>
    /// <param name="error">What failed.</param>
    /// <param name="target">
    /// What it failed on; null for the request. It stays as it is, but is named without what a terminal would obey.
    /// </param>
    public static ErrorRecord ToErrorRecord(this NovitaException error, object? target = null)
    {
        var (category, action) = s_forms[error.Kind];
        action = error.MayHaveHappened ? "Look at it with {0} -Id before you try again." : action;
        action = error.Advice ?? action.Replace("{0}", NounCmdlets.Get(error.Subject?.Noun ?? Noun<Instance>.Singular));
        target ??= error.RequestUri;
        return new ErrorRecord(error, error.Kind.ToString(), category, target)
        {
            CategoryInfo = { TargetName = VisibleText.Of(target is Uri uri ? uri.AbsoluteUri : $"{target}") },
            ErrorDetails = new ErrorDetails(error.Message) { RecommendedAction = VisibleText.Of(action) },
        };
    }
}
