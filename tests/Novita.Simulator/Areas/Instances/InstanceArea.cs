using Novita.Simulator.Api;
using Novita.Simulator.Areas.Catalog;
using Novita.Simulator.Areas.Jobs;
using Novita.Simulator.Faults;
using Novita.Simulator.Lives;

namespace Novita.Simulator.Areas.Instances;

/// <summary>
/// The instances, in a <see cref="Fleet"/> in place of rows: they pass through states, and there may be very many. Each call that
/// changes one happens at one moment, as a whole or not at all.
/// </summary>
internal sealed class InstanceArea : IArea
{
    private const int LongestStatus = 63;

    private readonly Fleet _fleet;
    private readonly JobArea _jobs;
    private readonly SimulatorOptions _options;
    private readonly ProductArea _products;
    private readonly Failures _failures;
    private readonly ListOptions _list;

    public InstanceArea(Fleet fleet, JobArea jobs, ProductArea products, Failures failures, SimulatorOptions options)
    {
        _fleet = fleet;
        _jobs = jobs;
        _options = options;
        _products = products;
        _failures = failures;
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
        routes.Post("/gpu/instance/create", Create);
        routes.Post("/gpu/instance/start", Of(InstanceAction.Start));
        routes.Post("/gpu/instance/stop", Of(InstanceAction.Stop));
        routes.Post("/gpu/instance/restart", Of(InstanceAction.Restart));
        routes.Post("/gpu/instance/delete", Of(InstanceAction.Delete));
        routes.Post("/gpu/instance/migrate", Of(InstanceAction.Migrate));
        routes.Post("/gpu/instance/edit", Edit);
        routes.Post("/gpu/instance/upgrade", Upgrade);
    }

    private static InstanceFilter Filter(Query query) =>
        new(query.Text("name"), query.Text("productName"), query.Text("status", LongestStatus));

    private JsonReply Get(Query query)
    {
        var instance = _fleet.Get(query.RequiredText("instanceId", int.MaxValue));
        return new(InstanceJson.Detail(instance, _jobs.Blocking(instance.Id), _options));
    }

    private IResult Create(Members body) => _fleet.Change<IResult>(now =>
    {
        var instance = CreateBody.Read(body, _products, now);
        _fleet.Begin(instance, CourseOf(InstanceAction.Create, instance));
        return JsonReply.Of(new { id = instance.Id });
    });

    /// <summary><c>POST /gpu/instance/start</c>, and the others whose bodies are an id.</summary>
    private Func<Members, IResult> Of(InstanceAction action) => body =>
    {
        var id = Values.InstanceId(body);
        body.End();
        return Perform(action, id, instance => _fleet.Begin(instance, action, CourseOf(action, instance)));
    };

    private IResult Edit(Members body)
    {
        var edit = EditBody.Read(body);
        body.End();
        return Perform(InstanceAction.Edit, edit.InstanceId, instance =>
        {
            var edited = edit.Apply(instance);

            if (edited.RootfsSize > Values.LargestRootfs)
            {
                throw body.Wrong("expandRootDisk", $"the root disk must be no larger than {Values.LargestRootfs} GB");
            }

            if (edited.PortMappings.Length + edited.Tools.Length > Values.MostPorts)
            {
                throw body.Wrong("ports", $"ports and tools must be no more than {Values.MostPorts} together");
            }

            _fleet.Replace(edited);
        });
    }

    private IResult Upgrade(Members body)
    {
        var upgrade = UpgradeBody.Read(body);
        body.End();
        return Perform(InstanceAction.Upgrade, upgrade.InstanceId, instance =>
            _fleet.Begin(upgrade.Apply(instance), InstanceAction.Upgrade, CourseOf(InstanceAction.Upgrade, instance)));
    }

    private IResult Perform(InstanceAction action, string id, Action<SimulatedInstance> perform) => _fleet.Change<IResult>(now =>
    {
        var instance = _fleet.Get(id);
        if (Objection(action, instance, now) is { } error)
        {
            throw new Refusal(error);
        }

        perform(instance);
        return Reply(action, id);
    });

    private ApiError? Objection(InstanceAction action, SimulatedInstance instance, DateTimeOffset now)
    {
        var deletes = action is InstanceAction.Delete;

        if (deletes && instance.Status == "removed")
        {
            return ApiError.ResourceNotFound with { Message = $"instance {instance.Id} not found" };
        }

        if (deletes && instance.BillingMode == "monthly" && !(instance.EndTime <= now))
        {
            return ApiError.PrepaidInstance;
        }

        return !Course.Allows(action, instance.Status) || _jobs.Blocking(instance.Id).Any() || (deletes && _fleet.UnderWay(instance.Id) is InstanceAction.Delete)
            ? ApiError.InvalidStateChange with { Reason = _options.InvalidStateReason }
            : null;
    }

    private Course CourseOf(InstanceAction action, SimulatedInstance instance)
    {
        var course = Course.Of(action, _options.Lifecycle);
        return _failures.Take(action, instance) is { } failure ? course.FailingIn(failure.EndsIn, failure.Error) : course;
    }

    private IResult Reply(InstanceAction action, string id) => (_options.ActionReply, action) switch
    {
        (ActionReply.EmptyObject, _) => JsonReply.Of(new { }),
        (ActionReply.Empty, _) or (_, InstanceAction.Delete) => Results.Ok(),
        (_, InstanceAction.Start or InstanceAction.Stop or InstanceAction.Restart) =>
            JsonReply.Of(new { instanceId = id, state = Course.Of(action, _options.Lifecycle).First }),
        _ => JsonReply.Of(new { }),
    };
}
