namespace Novita.Simulator.Api;

/// <summary>The paths of the service: one class an endpoint.</summary>
internal static class Routes
{
    private const string Root = "/gpu-instance/openapi/v1";

    public static void MapApi(this IEndpointRouteBuilder routes, string prefix, Fleet fleet, SimulatorOptions options)
    {
        var api = routes.MapGroup(prefix + Root).AddEndpointFilter(new Admission(options.ApiKey));
        api.MapGet("/gpu/instances", new ListInstances(fleet, options).Handle);

        // The usual fallback pattern leaves out paths that look like a file's.
        routes.MapFallback("{*path}", () => ApiError.NoSuchPath);
    }
}
