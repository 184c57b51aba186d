using System.Management.Automation;

namespace Novita.Tests.Faults;

/// <summary>How an error of a kind looks in PowerShell.</summary>
/// <param name="Category">Its category.</param>
/// <param name="Action">What it says to do.</param>
internal sealed record ErrorForm(ErrorCategory Category, string Action)
{
    private static readonly Dictionary<NovitaErrorKind, ErrorForm> s_forms = new()
    {
        [NovitaErrorKind.ApiKeyRefused] = new(ErrorCategory.AuthenticationError, "Check that the key still exists in the Novita console and belongs to this endpoint, then run Connect-Novita again."),
        [NovitaErrorKind.AccessDenied] = new(ErrorCategory.PermissionDenied, "Use a key that may do this. If a gateway blocked the request, look at the proxy and network on the way."),
        [NovitaErrorKind.RequestInvalid] = new(ErrorCategory.InvalidArgument, "Correct the value that the message names."),
        [NovitaErrorKind.NotFound] = new(ErrorCategory.ObjectNotFound, "Look at the ids there are with Get-NovitaInstance -All; a name goes with -Name. If everything fails so, check the endpoint: -Endpoint of Connect-Novita, or $env:NOVITA_ENDPOINT."),
        [NovitaErrorKind.InvalidState] = new(ErrorCategory.InvalidOperation, "Look at its Status. While it is changing, wait and try again; what has exited must be started first, and what runs be stopped."),
        [NovitaErrorKind.ResourceBusy] = new(ErrorCategory.ResourceBusy, "Wait until what uses it is done, and try again."),
        [NovitaErrorKind.QuotaExceeded] = new(ErrorCategory.QuotaExceeded, "Remove what is not needed, or ask Novita for a higher limit."),
        [NovitaErrorKind.BalanceTooLow] = new(ErrorCategory.QuotaExceeded, "Top up the account."),
        [NovitaErrorKind.CapacityUnavailable] = new(ErrorCategory.ResourceUnavailable, "Try another product or cluster, or try again later."),
        [NovitaErrorKind.RateLimited] = new(ErrorCategory.LimitsExceeded, "Try again later, or connect with a smaller -ThrottleLimit or a larger -MaximumRetryCount."),
        [NovitaErrorKind.ServiceUnavailable] = new(ErrorCategory.ResourceUnavailable, "Try again later. What was written before this error is right."),
        [NovitaErrorKind.ConnectionFailed] = new(ErrorCategory.ConnectionError, "Check the endpoint, the network and the proxy, then try again."),
        [NovitaErrorKind.RequestTimedOut] = new(ErrorCategory.OperationTimeout, "Try again, or connect with a larger -TimeoutSec."),
        [NovitaErrorKind.ResponseInvalid] = new(ErrorCategory.InvalidData, "Check that the endpoint is Novita's own. If it is, report the message: it holds no secret."),
        [NovitaErrorKind.ListIncomplete] = new(ErrorCategory.InvalidResult, "Run it again when fewer instances come and go. Do not act on what is missing from this list."),
    };

    /// <summary>The form of an outcome's error at a place.</summary>
    public static ErrorForm Of(Outcome outcome, Place place)
    {
        var form = s_forms[outcome.Error!.Value];
        return (place, outcome) switch
        {
            (Place.Create, { MayHaveHappened: true }) => form with { Action = $"Look with Get-NovitaInstance -Name '{FaultBench.NewName}' -Exact -All before you try again." },
            (Place.Create, { Error: NovitaErrorKind.NotFound }) => form with { Action = "Check the ids that were given." },
            (_, { MayHaveHappened: true }) => form with { Action = "Look at it with Get-NovitaInstance -Id before you try again." },
            _ => form,
        };
    }
}
