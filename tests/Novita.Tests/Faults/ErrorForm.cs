using System.Management.Automation;
using Novita.Errors;

namespace Novita.Tests.Faults;

/// <summary>How an error of a kind looks in PowerShell.</summary>
/// <param name="Category">Its category, by the design.</param>
/// <param name="Action">What it says to do, in the module's own words.</param>
internal sealed record ErrorForm(ErrorCategory Category, string Action)
{
    /// <summary>The form of an outcome's error at a place.</summary>
    public static ErrorForm Of(Outcome outcome, Place place) => new(CategoryOf(outcome.Error!.Value), (place, outcome) switch
    {
        (Place.Create, { MayHaveHappened: true }) => $"Look with Get-NovitaInstance -Name '{FaultBench.NewName}' -Exact -All before you try again.",
        (Place.Create, { Error: NovitaErrorKind.NotFound }) => "Check the ids that were given.",
        (_, { MayHaveHappened: true }) => "Check it with Get-NovitaInstance -Id before you try again.",
        _ => new NovitaException(outcome.Error.Value, "").ToErrorRecord().ErrorDetails.RecommendedAction,
    });

    private static ErrorCategory CategoryOf(NovitaErrorKind error) => error switch
    {
        NovitaErrorKind.ApiKeyRefused => ErrorCategory.AuthenticationError,
        NovitaErrorKind.AccessDenied => ErrorCategory.PermissionDenied,
        NovitaErrorKind.RequestInvalid => ErrorCategory.InvalidArgument,
        NovitaErrorKind.NotFound => ErrorCategory.ObjectNotFound,
        NovitaErrorKind.InvalidState => ErrorCategory.InvalidOperation,
        NovitaErrorKind.ResourceBusy => ErrorCategory.ResourceBusy,
        NovitaErrorKind.QuotaExceeded or NovitaErrorKind.BalanceTooLow => ErrorCategory.QuotaExceeded,
        NovitaErrorKind.CapacityUnavailable or NovitaErrorKind.ServiceUnavailable => ErrorCategory.ResourceUnavailable,
        NovitaErrorKind.RateLimited => ErrorCategory.LimitsExceeded,
        NovitaErrorKind.ConnectionFailed or NovitaErrorKind.ProxyRefused => ErrorCategory.ConnectionError,
        NovitaErrorKind.RequestTimedOut => ErrorCategory.OperationTimeout,
        NovitaErrorKind.ResponseInvalid or NovitaErrorKind.ValueUnreadable => ErrorCategory.InvalidData,
        NovitaErrorKind.ListIncomplete => ErrorCategory.InvalidResult,
        _ => throw new ArgumentOutOfRangeException(nameof(error)),
    };
}
