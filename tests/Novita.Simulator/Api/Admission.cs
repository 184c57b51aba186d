namespace Novita.Simulator.Api;

/// <summary>Lets through what has the exact path and the exact key.</summary>
internal sealed class Admission : IEndpointFilter
{
    private readonly string _authorization;

    public Admission(string apiKey) => _authorization = $"Bearer {apiKey}";

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;

        // Routing forgives letter case and a trailing slash, the service need not. No path of it has parameters.
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;

        if (http.Request.Path.Value != route)
        {
            return new(ApiError.NoSuchPath);
        }

        return http.Request.Headers.Authorization == _authorization ? next(context) : new(ApiError.Unauthorized);
    }
}
