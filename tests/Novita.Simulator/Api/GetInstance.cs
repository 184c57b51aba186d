namespace Novita.Simulator.Api;

/// <summary><c>GET /gpu/instance</c>.</summary>
internal sealed class GetInstance
{
    private readonly Fleet _fleet;
    private readonly SimulatorOptions _options;

    public GetInstance(Fleet fleet, SimulatorOptions options)
    {
        _fleet = fleet;
        _options = options;
    }

    public IResult Handle(HttpContext context)
    {
        var id = QueryText.Parse(context.Request.QueryString.Value).GetValueOrDefault("instanceId", "");

        if (id.Length == 0)
        {
            return ApiError.InvalidParameter("instanceId", "value is required");
        }

        return _fleet.Find(id) is { } instance
            ? new JsonReply(DetailWriter.Write(instance, _options))
            : ApiError.ResourceNotFound with { Message = $"instance {id} not found" };
    }
}
