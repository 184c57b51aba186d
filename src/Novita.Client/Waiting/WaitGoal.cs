using Novita.Client.Actions;

namespace Novita.Client.Waiting;

/// <summary>What instances are waited for to become.</summary>
/// <param name="Statuses">The statuses that will do, ignoring case.</param>
/// <param name="Probe">What must answer besides; null for nothing.</param>
internal sealed record WaitGoal(IReadOnlyList<string> Statuses, ReadinessProbe? Probe = null)
{
    /// <summary>Whether the instances had such a status before they were told to change: then the list may still show that one, and a second look must confirm it.</summary>
    public bool StartsAtGoal { get; init; }

    /// <summary>Whether an instance that is gone has arrived.</summary>
    public bool IsRemoval => IsReached(InstanceStatus.Removed);

    /// <summary>Tells whether this status will do.</summary>
    public bool IsReached(string status) => Statuses.Contains(status, StringComparer.OrdinalIgnoreCase);

    /// <summary>Tells whether nothing leads from this status to the goal any more, short of another action.</summary>
    public bool IsOutOfReachFrom(string status) =>
        InstanceAction.Remove.HasTakenEffect(status)
            ? !Statuses.Any(InstanceAction.Remove.HasTakenEffect)
            : string.Equals(status, InstanceStatus.Exited, StringComparison.OrdinalIgnoreCase) && IsReached(InstanceStatus.Running);

    /// <summary>The statuses, for a sentence.</summary>
    public override string ToString() => string.Join(" or ", Statuses.Select(status => $"'{VisibleText.Of(status)}'"));
}
