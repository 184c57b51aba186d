using System.Globalization;

namespace Novita.Simulator.Faults;

/// <summary>Asks the client to come back later.</summary>
internal sealed class Throttled : IResult
{
    private readonly TimeSpan _retryAfter;

    public Throttled(TimeSpan retryAfter) => _retryAfter = retryAfter;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        // Whole seconds, and never too early.
        httpContext.Response.Headers.RetryAfter = Math.Ceiling(_retryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return ApiError.RateLimitExceeded.ExecuteAsync(httpContext);
    }
}
