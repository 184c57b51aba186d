using Novita.Simulator.Api;
using Novita.Simulator.Areas.Catalog;
using Novita.Simulator.Areas.Jobs;
using Novita.Simulator.Faults;

namespace Novita.Simulator.Areas.Instances;

/// <summary>The instances, in a <see cref="Fleet"/> in place of rows: they pass through states, and there may be very many.</summary>
internal sealed class InstanceArea : IArea
{
    private const int LongestStatus = 63;

    private readonly Fleet _fleet;
    private readonly JobArea _jobs;
    private readonly SimulatorOptions _options;
    private readonly InstanceActions _actions;
    private readonly ListOptions _list;

    public InstanceArea(Fleet fleet, JobArea jobs, ProductArea products, Failures failures, SimulatorOptions options)
    {
        _fleet = fleet;
        _jobs = jobs;
        _options = options;
        _actions = new(fleet, jobs, products, failures, options);
        _list = new()
        {
            Member = "instances",
            PageBase = options.PageBase,
            PageZero = options.PageZero,
            MaxPageSize = options.MaxPageSize,
            CapStep = options.CapStep,
            Total = options.Total,
        };
    }

    public void Map(RouteTable routes)
    {
        routes.List("/gpu/instances", _list, query => _fleet.View.Match(Filter(query)).AsMemory(), instance => instance.Wire);
        routes.Get("/gpu/instance", Get);
        routes.Post("/gpu/instance/create", _actions.Create);
        routes.Post("/gpu/instance/start", _actions.Of(InstanceAction.Start));
        routes.Post("/gpu/instance/stop", _actions.Of(InstanceAction.Stop));
        routes.Post("/gpu/instance/restart", _actions.Of(InstanceAction.Restart));
        routes.Post("/gpu/instance/delete", _actions.Of(InstanceAction.Delete));
        routes.Post("/gpu/instance/migrate", _actions.Of(InstanceAction.Migrate));
        routes.Post("/gpu/instance/edit", _actions.Edit);
        routes.Post("/gpu/instance/upgrade", _actions.Upgrade);
    }

    private static InstanceFilter Filter(Query query) =>
        new(query.Text("name"), query.Text("productName"), query.Text("status", LongestStatus));

    private IResult Get(Query query)
    {
        var id = query.RequiredText("instanceId", int.MaxValue);

        return _fleet.Find(id) is { } instance
            ? new JsonReply(InstanceJson.Detail(instance, _jobs.Blocking(id), _options))
            : ApiError.ResourceNotFound with { Message = $"instance {id} not found" };
    }
}
