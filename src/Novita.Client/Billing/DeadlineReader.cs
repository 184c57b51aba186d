using Novita.Client.Parallel;

namespace Novita.Client.Billing;

/// <summary>Finds the deadlines of a fleet, with one list and one request for each stopped instance.</summary>
public static class DeadlineReader
{
    /// <summary>Reads the fleet and finds its deadlines.</summary>
    /// <param name="client">The client of the account.</param>
    /// <param name="within">The maximum time left of a deadline.</param>
    /// <param name="stamp">Sets the session of an instance.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">The list could not be read.</exception>
    public static async Task<DeadlineReading> ReadAsync(
        NovitaClient client, TimeSpan within, Func<Instance, Instance> stamp, CallContext call)
    {
        using var listing = client.List([ListRequests.Instances()], call);
        var fleet = await listing.ReadToEndAsync().ConfigureAwait(false);
        var stopped = fleet.Rows.Where(instance => instance.Status == InstanceStatus.Exited).ToList();
        var details = new OrderedParallel<Instance, InstanceDetail>(
            stopped, client.ThrottleLimit, instance => client.GetInstanceAsync(instance.Id, call));
        var now = client.Clock.UtcNow;
        var deadlines = fleet.Rows.SelectMany(instance => Find(instance, now)).ToList();
        var errors = fleet.Unconfirmed.ToList();
        while (await details.NextAsync().ConfigureAwait(false) is { } detail)
        {
            if (detail.Error is null)
            {
                deadlines.AddRange(FindPurge(detail.Result!, now));
            }
            else if (!detail.Error.IsGone)
            {
                errors.Add(detail.Error);
            }
        }

        var due = deadlines
            .Where(deadline => deadline.TimeLeft >= TimeSpan.Zero && deadline.TimeLeft <= within)
            .OrderBy(deadline => deadline.TimeLeft)
            .ToList();
        due.ForEach(deadline => stamp((Instance)((IResourceSource)deadline).GetResource()));
        return new DeadlineReading(due, errors);
    }

    /// <summary>Finds the deadlines that the list shows.</summary>
    internal static IEnumerable<Deadline> Find(Instance instance, DateTimeOffset now)
    {
        if (instance is { BillingMode: BillingMode.Monthly, EndTime: { } end })
        {
            yield return Create(
                instance, DeadlineKind.SubscriptionEnd, end, now, "Goes on as pay-as-you-go");
        }

        if (instance is { SpotReclaimTime: { } reclaim, Status: not (InstanceStatus.Exited or InstanceStatus.Removed) })
        {
            yield return Create(instance, DeadlineKind.SpotReclaim, reclaim, now, "Taken back and stopped");
        }
    }

    /// <summary>Finds the deadline at which the data of a stopped instance is deleted, where the service sends the time.</summary>
    internal static IEnumerable<Deadline> FindPurge(InstanceDetail instance, DateTimeOffset now)
    {
        if (instance.Status == InstanceStatus.Exited && PurgeOf(instance) is { } time)
        {
            yield return Create(instance, DeadlineKind.DataPurge, time, now, "Data is deleted for good");
        }
    }

    private static DateTime? PurgeOf(InstanceDetail instance) => instance switch
    {
        { ReleaseDataAt: { } release } => release,
        { LastStoppedAt: { } stopped, KeepDataDay: { } days } => stopped.ToUniversalTime().AddDays(days).ToLocalTime(),
        _ => null,
    };

    private static Deadline Create(Instance instance, DeadlineKind kind, DateTime time, DateTimeOffset now, string consequence) =>
        new(instance, kind, time, time.ToUniversalTime() - now.UtcDateTime, consequence);
}
