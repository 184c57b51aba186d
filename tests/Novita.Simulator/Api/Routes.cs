using Novita.Simulator.Faults;

namespace Novita.Simulator.Api;

/// <summary>The paths of the service.</summary>
internal static class Routes
{
    private const string Root = "/gpu-instance/openapi/v1";

    public static void MapApi(this IEndpointRouteBuilder routes, string prefix, Fleet fleet, Plan plan, SimulatorOptions options)
    {
        var api = routes.MapGroup(prefix + Root).AddEndpointFilter(new Admission(options.ApiKey));
        api.MapGet("/gpu/instances", new ListInstances(fleet, options).Handle);
        api.MapGet("/gpu/instance", new GetInstance(fleet, options).Handle);

        var actions = new InstanceActions(fleet, plan, options);
        api.MapPost("/gpu/instance/create", PostBody.Read(actions.Create));
        api.MapPost("/gpu/instance/start", PostBody.Read(actions.Of(InstanceAction.Start)));
        api.MapPost("/gpu/instance/stop", PostBody.Read(actions.Of(InstanceAction.Stop)));
        api.MapPost("/gpu/instance/restart", PostBody.Read(actions.Of(InstanceAction.Restart)));
        api.MapPost("/gpu/instance/delete", PostBody.Read(actions.Of(InstanceAction.Delete)));
        api.MapPost("/gpu/instance/migrate", PostBody.Read(actions.Of(InstanceAction.Migrate)));
        api.MapPost("/gpu/instance/edit", PostBody.Read(actions.Edit));
        api.MapPost("/gpu/instance/upgrade", PostBody.Read(actions.Upgrade));

        // The usual fallback pattern leaves out paths that look like a file's.
        routes.MapFallback("{*path}", () => ApiError.NoSuchPath);
    }
}
