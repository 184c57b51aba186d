using System.Collections.Immutable;

namespace Novita.Simulator.Lives;

/// <summary>The states an action leads an instance through.</summary>
/// <param name="First">The status at once.</param>
/// <param name="Phases">What follows by the clock.</param>
internal sealed record Course(string First, params ImmutableArray<Phase> Phases)
{
    public static Course Of(InstanceAction action, Lifecycle times)
    {
        return action switch
        {
            InstanceAction.Create => Through("toCreate", (1, "creating"), (5, "pulling"), (20, "running")),
            InstanceAction.Start => Through("toStart", (1, "starting"), (10, "running")),
            InstanceAction.Stop => Through("toStop", (1, "stopping"), (5, "exited")),
            InstanceAction.Restart => Through("toRestart", (1, "restarting"), (10, "running")),
            InstanceAction.Delete => Through("toRemove", (1, "removing"), (5, "removed"), (times.RemovedKept.TotalSeconds, null)),
            InstanceAction.Upgrade => Through("toReset", (1, "resetting"), (20, "running")),
            InstanceAction.Migrate => Through("migrating", (30, "running")),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "It leads through no states."),
        };

        Course Through(string first, params (double Seconds, string? Status)[] phases) =>
            new(first, [.. phases.Select(phase => new Phase(times.Of(phase.Seconds), phase.Status))]);
    }

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
