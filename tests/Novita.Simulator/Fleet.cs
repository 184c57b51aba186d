using System.Collections.Immutable;
using Novita.Simulator.Api;
using Novita.Simulator.Lives;

namespace Novita.Simulator;

/// <summary>
/// The instances of the account, newest first. Safe to change while requests read it: each request sees one state.
/// Whatever is due by the clock has happened whenever somebody looks; between two looks nothing runs.
/// </summary>
public sealed class Fleet
{
    private const double ReclaimingSeconds = 10;

    private readonly Lock _changing = new();
    private readonly Dictionary<string, Journey> _journeys = new(StringComparer.Ordinal);
    private readonly Timeline _timeline;
    private readonly Lifecycle _lifecycle;
    private readonly Biography _biography;

    // Made of the other when it is asked for; never are both null.
    private volatile FleetView? _view;
    private Roster? _roster;

    internal Fleet(IEnumerable<SimulatedInstance> instances, SimulatorOptions options)
    {
        _view = new([.. instances]);
        _timeline = new(options.TimeProvider);
        _lifecycle = options.Lifecycle;
        _biography = new(options.UndocumentedMembers, EndRun);
    }

    /// <summary>Told of each time that an instance ran, when it has ended: what is charged for.</summary>
    internal event Action<SimulatedInstance, DateTimeOffset, DateTimeOffset>? Ran;

    public int Count
    {
        get
        {
            CatchUp();

            lock (_changing)
            {
                return _roster?.Count ?? _view!.Instances.Length;
            }
        }
    }

    internal FleetView View
    {
        get
        {
            CatchUp();

            if (_view is { } view)
            {
                return view;
            }

            lock (_changing)
            {
                return _view ??= new(_roster!.ToInstances());
            }
        }
    }

    private Roster Roster => _roster ??= new(_view!.Instances);

    /// <summary>All instances as they are now, newest first.</summary>
    public ImmutableArray<SimulatedInstance> Snapshot() => View.Instances;

    /// <summary>The instance of this id, or null.</summary>
    public SimulatedInstance? Find(string id) => Change(_ => Roster.Find(id));

    /// <exception cref="Refusal">There is no instance of this id.</exception>
    internal SimulatedInstance Get(string id) =>
        Find(id) ?? throw new Refusal(ApiError.ResourceNotFound with { Message = $"instance {id} not found" });

    /// <summary>Adds an instance as the newest.</summary>
    public void Add(SimulatedInstance instance) => Change(_ => Edit().Add(instance));

    /// <summary>Puts these instances in place of all there are, with no action under way; what is scheduled stays so.</summary>
    public void Load(IEnumerable<SimulatedInstance> instances)
    {
        // Made first: the instances may come from this fleet.
        var view = new FleetView([.. instances]);

        Change(_ =>
        {
            _journeys.Clear();
            _roster = null;
            _view = view;
        });
    }

    /// <summary>Removes an instance. False when there is none of this id.</summary>
    public bool Remove(string id) => Change(now =>
    {
        _journeys.Remove(id);

        if (Roster.Find(id) is { } instance)
        {
            EndRun(instance, now);
        }

        return Edit().Remove(id);
    });

    /// <summary>Puts an instance in the place of the one of the same id. False when there is none.</summary>
    public bool Replace(SimulatedInstance instance) => Update(instance.Id, _ => instance);

    /// <summary>
    /// Puts what <paramref name="change"/> makes of an instance in its place. False when there is none of this id.
    /// Another status ends the action that is under way.
    /// </summary>
    public bool Update(string id, Func<SimulatedInstance, SimulatedInstance> change) =>
        Change(_ => Roster.Find(id) is { } instance && Put(id, change(instance)));

    /// <summary>Has the service begin an action by itself, whatever the status is. False when there is none of this id.</summary>
    public bool Begin(string id, InstanceAction action) => Change(_ =>
    {
        if (Roster.Find(id) is not { } instance)
        {
            return false;
        }

        Begin(instance, action, Course.Of(action, _lifecycle));
        return true;
    });

    /// <summary>
    /// Does something when the clock comes to a time. The fleet is then what it was at that time, whoever looks first and when.
    /// Nobody else can look meanwhile, so it must not call the service.
    /// </summary>
    public void At(DateTimeOffset time, Action<Fleet> action) => Change(_ => _timeline.Add(time, () => action(this)));

    /// <summary>Does something when this much time has gone by; as with the other overload, it must not call the service.</summary>
    public void At(TimeSpan fromNow, Action<Fleet> action) => Change(now => _timeline.Add(now + fromNow, () => action(this)));

    /// <summary>
    /// Tells a spot instance that it will be taken back. When the time has come it is reclaiming, and then terminated and exited,
    /// unless it was given another spot status or removed by then. False when there is none of this id.
    /// </summary>
    public bool NotifySpot(string id, TimeSpan reclaimIn) => Change(now =>
    {
        var time = now + reclaimIn;

        if (!Update(id, instance => instance with { SpotStatus = "notified", SpotReclaimTime = time }))
        {
            return false;
        }

        _timeline.Add(time, () =>
        {
            Reclaim(id, "notified", time, instance => instance with { SpotStatus = "reclaiming" });
            _timeline.Add(time + _lifecycle.Of(ReclaimingSeconds), () => Reclaim(id, "reclaiming", time, Terminate));
        });
        return true;
    });

    /// <summary>Works on one state of the fleet at one time, while nobody else can look at it.</summary>
    internal T Change<T>(Func<DateTimeOffset, T> work)
    {
        lock (_changing)
        {
            _timeline.CatchUp();
            return work(_timeline.Now);
        }
    }

    /// <summary>Adds an instance that is being created.</summary>
    internal void Begin(SimulatedInstance instance, Course creation) => Change(now =>
    {
        Edit().Add(_biography.Create(instance, now));
        Begin(Roster.Find(instance.Id)!, InstanceAction.Create, creation);
    });

    /// <summary>Sets an instance of the fleet on its course, which ends the one it is on.</summary>
    internal void Begin(SimulatedInstance instance, InstanceAction action, Course course) => Change(now =>
    {
        var journey = new Journey(instance.Id, action, course);
        Put(instance.Id, _biography.Enter(instance, course.First, null, now));
        _journeys[instance.Id] = journey;
        Continue(journey, now);
    });

    /// <summary>Tells that an instance ran until now, if it did, because it is paid otherwise from now on.</summary>
    internal void EndRun(string id) => Change(now =>
    {
        if (Roster.Find(id) is { } instance)
        {
            EndRun(instance, now);
        }
    });

    /// <summary>The action that is under way with an instance.</summary>
    internal InstanceAction? UnderWay(string id) =>
        Change(_ => _journeys.TryGetValue(id, out var journey) ? journey.Action : (InstanceAction?)null);

    private void Change(Action<DateTimeOffset> work) => Change(now =>
    {
        work(now);
        return true;
    });

    private Roster Edit()
    {
        var roster = Roster;
        _view = null;
        return roster;
    }

    private bool Put(string id, SimulatedInstance instance) => Edit().Replace(id, instance);

    private void CatchUp()
    {
        if (_timeline.IsDue)
        {
            lock (_changing)
            {
                _timeline.CatchUp();
            }
        }
    }

    private void Continue(Journey journey, DateTimeOffset now)
    {
        if (journey.Next is { } next)
        {
            _timeline.Add(now + next.After, () => Step(journey, next));
        }
        else
        {
            _journeys.Remove(journey.Id);
        }
    }

    private void Step(Journey journey, Phase phase)
    {
        if (_journeys.GetValueOrDefault(journey.Id) != journey)
        {
            return;
        }

        var now = _timeline.Now;
        var instance = Roster.Find(journey.Id);

        if (instance?.Status != journey.Status)
        {
            _journeys.Remove(journey.Id);
            return;
        }

        if (phase.Status is null)
        {
            EndRun(instance!, now);
            Edit().Remove(journey.Id);
        }
        else
        {
            Put(journey.Id, _biography.Enter(instance!, phase.Status, phase.Error, now));
        }

        journey.Pass();
        Continue(journey, now);
    }

    private void EndRun(SimulatedInstance instance, DateTimeOffset now)
    {
        // A subscription was paid in advance.
        if (instance is { RunningSince: { } since, BillingMode: not "monthly" })
        {
            Ran?.Invoke(instance, since, now);
        }
    }

    private void Reclaim(string id, string from, DateTimeOffset time, Func<SimulatedInstance, SimulatedInstance> change)
    {
        if (Roster.Find(id) is { Status: not ("toRemove" or "removing" or "removed") } instance
            && instance.SpotStatus == from
            && instance.SpotReclaimTime == time)
        {
            Put(id, change(instance));
        }
    }

    private SimulatedInstance Terminate(SimulatedInstance instance)
    {
        _journeys.Remove(instance.Id);
        var terminated = instance with { SpotStatus = "terminated" };
        return instance.Status == "exited" ? terminated : _biography.Enter(terminated, "exited", instance.StatusError, _timeline.Now);
    }
}
