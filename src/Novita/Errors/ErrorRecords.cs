using System.Management.Automation;
using Novita.Client.Text;

namespace Novita.Errors;

/// <summary>Makes error records: the id, the category and the recommended action of each kind of error.</summary>
internal static class ErrorRecords
{
    private static readonly Dictionary<NovitaErrorKind, (ErrorCategory Category, string Action)> s_kinds = new()
    {
        [NovitaErrorKind.ApiKeyMissing] = (
            ErrorCategory.AuthenticationError,
            "Set $env:NOVITA_API_KEY, or pass the key to Connect-Novita with -ApiKey or -Credential."),
        [NovitaErrorKind.NotConnected] = (
            ErrorCategory.AuthenticationError,
            "Run Connect-Novita, or set $env:NOVITA_API_KEY. Get-NovitaSession shows the existing sessions."),
        [NovitaErrorKind.ApiKeyRefused] = (
            ErrorCategory.AuthenticationError,
            "Check that the key still exists in the Novita console and belongs to this endpoint, then run Connect-Novita again."),
        [NovitaErrorKind.AccessDenied] = (
            ErrorCategory.PermissionDenied,
            "Use a key that may do this. If a gateway blocked the request, check the proxy and the network."),
        [NovitaErrorKind.RequestInvalid] = (ErrorCategory.InvalidArgument, "Correct the value that the message names."),
        [NovitaErrorKind.NotFound] = (
            ErrorCategory.ObjectNotFound,
            "List what exists with {0}. If every call fails like this, check the endpoint: -Endpoint of Connect-Novita, or "
            + "$env:NOVITA_ENDPOINT."),
        [NovitaErrorKind.InvalidState] = (
            ErrorCategory.InvalidOperation,
            "Check its Status. While the status is changing, wait and try again. Start an instance that has exited first, and stop a "
            + "running instance first."),
        [NovitaErrorKind.ResourceBusy] = (ErrorCategory.ResourceBusy, "Wait until the operation that uses it has ended, then try again."),
        [NovitaErrorKind.InUse] = (ErrorCategory.ResourceBusy, "Remove or change what uses it first, then try again."),
        [NovitaErrorKind.QuotaExceeded] = (
            ErrorCategory.QuotaExceeded, "Remove what you do not need, or ask Novita for a higher limit."),
        [NovitaErrorKind.BalanceTooLow] = (ErrorCategory.QuotaExceeded, "Top up the account."),
        [NovitaErrorKind.TooManyAffected] = (
            ErrorCategory.LimitsExceeded,
            "Run it with -WhatIf and without -MaxAffected to see what would be changed. Then narrow it, or raise -MaxAffected."),
        [NovitaErrorKind.WaitTimedOut] = (ErrorCategory.OperationTimeout, "Check it with {0} -Id, or wait longer with -TimeoutSec."),
        [NovitaErrorKind.WaitUnreachable] = (
            ErrorCategory.InvalidResult, "Check its Status and StatusError with {0} -Id, then repeat the operation."),
        [NovitaErrorKind.JobFailed] = (
            ErrorCategory.InvalidResult,
            "Check the job with {0} -Id: RevealLogAddress() returns the address of its log. Correct what the message names, then start a "
            + "new job."),
        [NovitaErrorKind.CapacityUnavailable] = (
            ErrorCategory.ResourceUnavailable, "Try another product or cluster, or try again later."),
        [NovitaErrorKind.RateLimited] = (
            ErrorCategory.LimitsExceeded,
            "Try again later, or connect with a smaller -ThrottleLimit or a larger -MaximumRetryCount."),
        [NovitaErrorKind.ServiceUnavailable] = (
            ErrorCategory.ResourceUnavailable, "Try again later. The output before this error is valid."),
        [NovitaErrorKind.ConnectionFailed] = (
            ErrorCategory.ConnectionError, "Check the endpoint, the network and the proxy, then try again."),
        [NovitaErrorKind.RequestTimedOut] = (ErrorCategory.OperationTimeout, "Try again, or connect with a larger -TimeoutSec."),
        [NovitaErrorKind.ResponseInvalid] = (
            ErrorCategory.InvalidData,
            "Check that the endpoint is Novita's own. If it is, report the message: it holds no secret."),
        [NovitaErrorKind.ValueUnreadable] = (
            ErrorCategory.InvalidData,
            "Look at the value with GetAdditionalData(). With -ErrorAction Stop such a value ends the cmdlet."),
        [NovitaErrorKind.ProxyRefused] = (
            ErrorCategory.ConnectionError,
            "Give user and password to Connect-Novita, as in -Proxy http://user:password@proxy.example:8080, or in the variable that "
            + "names the proxy."),
        [NovitaErrorKind.ListIncomplete] = (
            ErrorCategory.InvalidResult,
            "Run it again when less changes at the same time. Do not act on what is missing from this list."),
        [NovitaErrorKind.TotalsDiffer] = (
            ErrorCategory.InvalidResult, "Do not book this report as it is: run it again later, and compare with Get-NovitaInvoice."),
        [NovitaErrorKind.InsecureEndpoint] = (
            ErrorCategory.SecurityError,
            "Use https. If you trust the whole network path, connect with -AllowUnencryptedAuthentication."),
    };

    /// <summary>Returns the error record of an exception.</summary>
    /// <param name="error">The exception.</param>
    /// <param name="target">The target object of the record; null for the address of the request.</param>
    public static ErrorRecord ToErrorRecord(this NovitaException error, object? target = null)
    {
        var (category, action) = s_kinds[error.Kind];
        action = error.MayHaveHappened ? "Check it with {0} -Id before you try again." : action;
        action = error.Advice ?? action.Replace("{0}", NounCmdlets.Get(error.Subject?.Noun ?? Noun<Instance>.Singular));
        target ??= error.RequestUri;
        return new ErrorRecord(error, error.Kind.ToString(), category, target)
        {
            CategoryInfo = { TargetName = VisibleText.Of(target is Uri uri ? uri.AbsoluteUri : $"{target}") },
            ErrorDetails = new ErrorDetails(error.Message) { RecommendedAction = VisibleText.Of(action) },
        };
    }
}
