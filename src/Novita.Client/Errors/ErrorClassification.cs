namespace Novita.Client.Errors;

/// <summary>
/// Classifies refusals. The service's name for an error counts before the status, because the service sends 400 for most errors.
/// </summary>
internal static class ErrorClassification
{
    private static readonly Dictionary<string, NovitaErrorKind> s_byName = new(StringComparer.OrdinalIgnoreCase)
    {
        ["INVALID_API_KEY"] = NovitaErrorKind.ApiKeyRefused,
        ["MISSING_API_KEY"] = NovitaErrorKind.ApiKeyRefused,
        ["FAILED_TO_AUTH"] = NovitaErrorKind.ApiKeyRefused,
        ["UNAUTHORIZED"] = NovitaErrorKind.ApiKeyRefused,
        ["BALANCE_NOT_ENOUGH"] = NovitaErrorKind.BalanceTooLow,
        ["NOT_ENOUGH_BALANCE"] = NovitaErrorKind.BalanceTooLow,
        ["DE_BALANCE_NOT_ENOUGH"] = NovitaErrorKind.BalanceTooLow,
        ["EXPIRED_OR_BALANCE_NOT_ENOUGH"] = NovitaErrorKind.BalanceTooLow,
        ["INSUFFICIENT_RESOURCE"] = NovitaErrorKind.CapacityUnavailable,
        ["MIGRATE_INSUFFICIENT_RESOURCE"] = NovitaErrorKind.CapacityUnavailable,
        ["CREATE_INSTANCE_LIMIT"] = NovitaErrorKind.QuotaExceeded,
        ["NETWORK_MAX_LIMIT"] = NovitaErrorKind.QuotaExceeded,
        ["CONFLICT"] = NovitaErrorKind.ResourceBusy,
        ["GPU_SPEC_USED"] = NovitaErrorKind.ResourceBusy,
        ["DEPENDENT_RESOURCE_STATE"] = NovitaErrorKind.InvalidState,
        ["CLUSTER_STATUS"] = NovitaErrorKind.InvalidState,
        ["NODE_STATUS"] = NovitaErrorKind.InvalidState,
        ["MIGRATION_JOB_NOT_BREAKABLE"] = NovitaErrorKind.InvalidState,
        ["OPERATION_LIMIT"] = NovitaErrorKind.InvalidState,
        ["PREPAID_INSTANCE_NOT_SUPPORT_RELEASE"] = NovitaErrorKind.InvalidState,
        ["CREATING_INSTANCE_NOT_SUPPORT_RENEWAL"] = NovitaErrorKind.InvalidState,
    };

    public static NovitaErrorKind Classify(int status, string? name, string words)
    {
        // A 5xx is a failure of the service, although errors about the balance come with a 5xx too.
        if (status >= 500)
        {
            return ByName(name) == NovitaErrorKind.BalanceTooLow ? NovitaErrorKind.BalanceTooLow : NovitaErrorKind.ServiceUnavailable;
        }

        // A 429 is always retried after a wait.
        if (status == 429)
        {
            return NovitaErrorKind.RateLimited;
        }

        return ByName(name)
            ?? ByStatus(status)
            ?? ByWords(words)
            ?? NovitaErrorKind.RequestInvalid;
    }

    /// <summary>Whether the name of an error is known.</summary>
    public static bool IsKnown(string name) => ByName(name) is not null;

    private static NovitaErrorKind? ByName(string? name)
    {
        if (name is null)
        {
            return null;
        }

        return s_byName.TryGetValue(name, out var kind) ? kind
            : name.EndsWith("_NOT_FOUND", StringComparison.OrdinalIgnoreCase) ? NovitaErrorKind.NotFound
            : name.EndsWith("_IN_USE", StringComparison.OrdinalIgnoreCase) ? NovitaErrorKind.InUse
            : null;
    }

    // The service writes "not fount" in one message.
    private static NovitaErrorKind? ByWords(string words) =>
        Contains(words, "invalid state change") ? NovitaErrorKind.InvalidState
        : Contains(words, "not found") || Contains(words, "not fount") ? NovitaErrorKind.NotFound
        : null;

    private static bool Contains(string words, string text) => words.IndexOf(text, StringComparison.OrdinalIgnoreCase) >= 0;

    private static NovitaErrorKind? ByStatus(int status) => status switch
    {
        401 => NovitaErrorKind.ApiKeyRefused,
        402 => NovitaErrorKind.BalanceTooLow,
        403 or 451 => NovitaErrorKind.AccessDenied,
        404 or 410 => NovitaErrorKind.NotFound,
        407 => NovitaErrorKind.ProxyRefused,
        408 => NovitaErrorKind.RequestTimedOut,
        409 => NovitaErrorKind.ResourceBusy,
        _ => null,
    };
}
