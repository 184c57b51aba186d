using Novita.Client.Lists;
using Novita.Client.Secrets;

namespace Novita.Client.Waiting;

/// <summary>
/// The success of jobs. For a job that failed or was stopped, the wait ends with <see cref="NovitaErrorKind.JobFailed"/>.
/// </summary>
internal sealed class JobGoal : WaitGoal<Job>
{
    /// <summary>Creates the goal.</summary>
    /// <param name="ids">The jobs. The service filters the list by one id; several jobs share the whole list.</param>
    public JobGoal(IReadOnlyList<string> ids) => Request = ListRequests.Jobs(ids is [var only] ? only : null);

    public override ListRequest<Job> Request { get; }

    public override string StateOf(Job resource) => resource.State ?? "";

    public override Task<bool> IsDoneAsync(Awaited<Job> awaited, Job resource, CallContext call)
    {
        switch (JobState.Values.Normalize(StateOf(resource)))
        {
            case JobState.Success:
                return Task.FromResult(true);
            case JobState.Fail:
                awaited.Fail(Failure(resource, "failed"));
                return Task.FromResult(true);
            case JobState.Break:
                awaited.Fail(Failure(resource, "was stopped"));
                return Task.FromResult(true);
            default:
                return Task.FromResult(false);
        }
    }

    /// <summary>The state as a word of a sentence.</summary>
    public override string ToString() => $"'{JobState.Success}'";

    private static NovitaException Failure(Job job, string outcome)
    {
        var reasons = new[] { job.Error, job.ErrorMessage }.OfType<string>().Select(text => AddressMask.MaskWords(text).TrimEnd('.'));
        var reason = string.Concat(reasons.Select(text => $": {text}"));
        var log = job.LogAddress is { } address ? $" (log: {address})" : "";
        return new NovitaException(NovitaErrorKind.JobFailed, $"The job {outcome}{reason}{log}.");
    }
}
