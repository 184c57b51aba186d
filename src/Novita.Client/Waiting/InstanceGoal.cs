using Novita.Client.Lists;
using Novita.Client.Requests;

namespace Novita.Client.Waiting;

/// <summary>A status that instances are waited for to have.</summary>
/// <remarks>
/// A status that an instance is first seen in is never a failure, because the list may not yet show what was begun. After it has
/// changed, an error status, or one from which no way leads to the goal, ends the wait for that instance.
/// </remarks>
internal sealed class InstanceGoal : WaitGoal<Instance>
{
    private readonly IReadOnlyList<string> _statuses;
    private readonly ReadinessProbe? _probe;

    /// <summary>Describes a goal.</summary>
    /// <param name="statuses">The statuses that reach it, ignoring case.</param>
    /// <param name="probe">What must answer besides; null for nothing.</param>
    public InstanceGoal(IReadOnlyList<string> statuses, ReadinessProbe? probe = null)
    {
        _statuses = statuses;
        _probe = probe;
    }

    /// <summary>The goal of an operation.</summary>
    public static InstanceGoal Of(InstanceOperation operation) => new([operation.Goal]) { StartsAtGoal = operation.StartsAtGoal };

    /// <summary>
    /// Whether the instances had such a status before they were told to change. The list may still show it, so a second look must confirm
    /// it.
    /// </summary>
    public bool StartsAtGoal { get; init; }

    public override ListRequest<Instance> Request => ListRequests.Instances();

    public override bool IsRemoval => IsReached(InstanceStatus.Removed);

    public override string StateOf(Instance resource) => resource.Status;

    public override string SignatureOf(Instance resource) => $"{resource.Status} {resource.StatusError}";

    public override async Task<bool> IsDoneAsync(Awaited<Instance> awaited, Instance resource, CallContext call)
    {
        if (IsReached(resource.Status))
        {
            var isConfirmed = !StartsAtGoal || awaited.HasChanged || awaited.Looks >= 2;
            return isConfirmed && (_probe is null || await _probe.IsDoneAsync(awaited, this, call).ConfigureAwait(false));
        }

        if (!awaited.HasChanged || (resource.StatusError is null && !IsOutOfReachFrom(resource.Status)))
        {
            return false;
        }

        var error = resource.StatusError is { } problem ? $" with the error '{problem}'" : "";
        awaited.Fail(new NovitaException(
            NovitaErrorKind.WaitUnreachable,
            $"The instance cannot become {this} any more. It is '{resource.Status}'{error}."));
        return true;
    }

    public override string DescribeTimeout(string state, string within) => _probe is not null && IsReached(state)
        ? $"is '{state}', but {_probe} did not answer {within}."
        : base.DescribeTimeout(state, within);

    /// <summary>The statuses, for a sentence.</summary>
    public override string ToString() => string.Join(" or ", _statuses.Select(status => $"'{status}'"));

    internal bool IsReached(string status) => _statuses.Contains(status, StringComparer.OrdinalIgnoreCase);

    /// <summary>Tells whether no way leads from this status to the goal without another operation.</summary>
    internal bool IsOutOfReachFrom(string status) =>
        InstanceOperation.Remove.HasTakenEffect(status)
            ? !_statuses.Any(InstanceOperation.Remove.HasTakenEffect)
            : string.Equals(status, InstanceStatus.Exited, StringComparison.OrdinalIgnoreCase) && IsReached(InstanceStatus.Running);
}
