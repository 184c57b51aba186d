using Novita.Simulator.Api;
using Novita.Simulator.Areas.Catalog;
using Novita.Simulator.Areas.Jobs;
using Novita.Simulator.Faults;
using Novita.Simulator.Lives;

namespace Novita.Simulator.Areas.Instances;

/// <summary>The calls that change an instance; each happens at one moment, as a whole or not at all.</summary>
internal sealed class InstanceActions
{
    private readonly Fleet _fleet;
    private readonly JobArea _jobs;
    private readonly Failures _failures;
    private readonly SimulatorOptions _options;
    private readonly ProductArea _products;

    public InstanceActions(Fleet fleet, JobArea jobs, ProductArea products, Failures failures, SimulatorOptions options)
    {
        _fleet = fleet;
        _jobs = jobs;
        _failures = failures;
        _options = options;
        _products = products;
    }

    public IResult Create(Members body) => _fleet.Change<IResult>(now =>
    {
        var instance = CreateBody.Read(body, _products, now);
        _fleet.Begin(instance, CourseOf(InstanceAction.Create, instance));
        return JsonReply.Of(new { id = instance.Id });
    });

    /// <summary><c>POST /gpu/instance/start</c>, and the others whose bodies are an id.</summary>
    public Func<Members, IResult> Of(InstanceAction action) => body =>
    {
        var id = Values.InstanceId(body);
        body.End();
        return Perform(action, id, instance => _fleet.Begin(instance, action, CourseOf(action, instance)));
    };

    public IResult Edit(Members body)
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

    public IResult Upgrade(Members body)
    {
        var upgrade = UpgradeBody.Read(body);
        body.End();
        return Perform(InstanceAction.Upgrade, upgrade.InstanceId, instance =>
            _fleet.Begin(upgrade.Apply(instance), InstanceAction.Upgrade, CourseOf(InstanceAction.Upgrade, instance)));
    }

    private IResult Perform(InstanceAction action, string id, Action<SimulatedInstance> perform) => _fleet.Change<IResult>(now =>
    {
        var instance = _fleet.Find(id) ?? throw new Refusal(ApiError.ResourceNotFound with { Message = $"instance {id} not found" });
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
