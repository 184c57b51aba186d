using Novita.Client.Lists;
using Novita.Client.Requests;

namespace Novita.Client.Waiting;

/// <summary>The awaited status of instances.</summary>
/// <remarks>
/// The first status of an instance is never a failure, because the list may not show the started operation yet. After a change, a status
/// error, or a status from which the goal cannot be reached, ends the wait for the instance.
/// </remarks>
internal sealed class InstanceGoal : WaitGoal<Instance>
{
    private readonly IReadOnlyList<string> _statuses;
    private readonly ReadinessProbe? _probe;

    /// <summary>Creates a goal.</summary>
    /// <param name="statuses">The statuses that reach the goal, ignoring case.</param>
    /// <param name="probe">The probe of a port or SSH server that must answer too; null for the status only.</param>
    public InstanceGoal(IReadOnlyList<string> statuses, ReadinessProbe? probe = null)
    {
        _statuses = statuses;
        _probe = probe;
    }

    /// <summary>Returns the goal of an operation.</summary>
    public static InstanceGoal Of(InstanceOperation operation) => new([operation.Goal]) { StartsAtGoal = operation.StartsAtGoal };

    /// <summary>
    /// Whether the instances had the awaited status before the operation. The list may still show the old status, so a second look must
    /// confirm the goal.
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

        var error = resource.StatusError is { } statusError ? $" with the error '{statusError}'" : "";
        var problem = $"The instance cannot become {this} any more. It is '{resource.Status}'{error}.";
        awaited.Fail(new NovitaException(NovitaErrorKind.WaitUnreachable, problem));
        return true;
    }

    public override string DescribeTimeout(string state, string within) => _probe is not null && IsReached(state)
        ? $"is '{state}', but {_probe} did not answer {within}."
        : base.DescribeTimeout(state, within);

    /// <summary>The statuses as words of a sentence.</summary>
    public override string ToString() => string.Join(" or ", _statuses.Select(status => $"'{status}'"));

    internal bool IsReached(string status) => _statuses.Contains(status, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether an instance in this status needs another operation to reach the goal.</summary>
    internal bool IsOutOfReachFrom(string status) =>
        InstanceOperation.Remove.HasTakenEffect(status)
            ? !_statuses.Any(InstanceOperation.Remove.HasTakenEffect)
            : string.Equals(status, InstanceStatus.Exited, StringComparison.OrdinalIgnoreCase) && IsReached(InstanceStatus.Running);
}
