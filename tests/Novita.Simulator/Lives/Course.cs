using System.Collections.Immutable;

namespace Novita.Simulator.Lives;

/// <summary>The states an action leads an instance through.</summary>
/// <param name="First">The status at once.</param>
/// <param name="Phases">What follows by the clock.</param>
internal sealed record Course(string First, params ImmutableArray<Phase> Phases)
{
    public static Course Of(InstanceAction action, Lifecycle times) => action switch
    {
        InstanceAction.Create => new(
            "toCreate", new(times.Queued, "creating"), new(times.Creating, "pulling"), new(times.Pulling, "running")),
        InstanceAction.Start => new("toStart", new(times.Queued, "starting"), new(times.Starting, "running")),
        InstanceAction.Stop => new("toStop", new(times.Queued, "stopping"), new(times.Stopping, "exited")),
        InstanceAction.Restart => new("toRestart", new(times.Queued, "restarting"), new(times.Restarting, "running")),
        InstanceAction.Delete => new(
            "toRemove", new(times.Queued, "removing"), new(times.Removing, "removed"), new(times.RemovedKept, null)),
        InstanceAction.Upgrade => new("toReset", new(times.Queued, "resetting"), new(times.Resetting, "running")),
        InstanceAction.Migrate => new("migrating", new Phase(times.Migrating, "running")),
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, "It leads through no states."),
    };

    /// <summary>Whether the action may begin from a status.</summary>
    public static bool Allows(InstanceAction action, string status) => action switch
    {
        InstanceAction.Start => status == "exited",
        InstanceAction.Stop or InstanceAction.Restart => status == "running",
        InstanceAction.Upgrade or InstanceAction.Migrate => status is "running" or "exited",
        InstanceAction.Edit => status is not ("toRemove" or "removing" or "removed"),
        _ => true,
    };

    /// <summary>The same, but it takes as long and then ends in another status with an error.</summary>
    public Course FailingIn(string status, SimulatedError error)
    {
        // A removed instance is the result of a removal; that it is gone later is not part of it.
        var end = Phases.Last(phase => phase.Status is not null);
        return this with { Phases = [.. Phases.TakeWhile(phase => phase != end), end with { Status = status, Error = error }] };
    }
}
