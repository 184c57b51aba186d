using Novita.Simulator.Api;

namespace Novita.Simulator;

/// <summary>An error reply in the service's shape.</summary>
/// <param name="Code">The HTTP status, which the body repeats.</param>
/// <param name="Reason">The documented name.</param>
/// <param name="Message">The text for people.</param>
public sealed record ApiError(int Code, string Reason, string Message) : IResult
{
    /// <summary>No money for what was asked.</summary>
    public static ApiError BalanceNotEnough { get; } = new(400, "BALANCE_NOT_ENOUGH", "the balance is not enough");

    /// <summary>The account may have no more instances.</summary>
    public static ApiError CreateInstanceLimit { get; } = new(400, "CREATE_INSTANCE_LIMIT", "too many instances");

    /// <summary>No GPU is free; ordinary, above all for spot instances.</summary>
    public static ApiError InsufficientResource { get; } = new(400, "INSUFFICIENT_RESOURCE", "insufficient resource");

    /// <summary>The instance is not in a state to do this from.</summary>
    public static ApiError InvalidStateChange { get; } = new(400, "OPERATION_LIMIT", "invalid state change");

    /// <summary>There is no such job.</summary>
    public static ApiError JobNotFound { get; } = new(400, "JOB_NOT_FOUND", "job not found");

    /// <summary>A migration goes on to its end.</summary>
    public static ApiError MigrationNotBreakable { get; } = new(400, "MIGRATION_JOB_NOT_BREAKABLE", "a migration job cannot be broken");

    /// <summary>A subscription that still runs cannot be deleted.</summary>
    public static ApiError PrepaidInstance { get; } =
        new(400, "PREPAID_INSTANCE_NOT_SUPPORT_RELEASE", "a running subscription cannot be released");

    /// <summary>Too many requests.</summary>
    public static ApiError RateLimitExceeded { get; } = new(429, "RATE_LIMIT_EXCEEDED", "too many requests");

    /// <summary>There is no such thing: a 400 in this service.</summary>
    public static ApiError ResourceNotFound { get; } = new(400, "RESOURCE_NOT_FOUND", "not found");

    internal static ApiError NoSuchPath { get; } = new(404, "API_NOT_FOUND", "there is no such API");

    internal static ApiError Unauthorized { get; } = new(401, "UNAUTHORIZED", "the API key is missing or not valid");

    public Task ExecuteAsync(HttpContext httpContext) =>
        JsonReply.Of(new { code = Code, reason = Reason, message = Message, metadata = new { } }, Code).ExecuteAsync(httpContext);

    internal static ApiError InvalidParameter(string name, string rule) => new(400, "VALIDATOR_PARAM", $"invalid {name}: {rule}");
}
