using Novita.Client.Lists;

namespace Novita.Client.Operations;

/// <summary>Starts and stops jobs. Where the response does not show whether that took effect, the list of jobs is read.</summary>
public static class JobOperations
{
    /// <summary>The time by which the service's clock may be behind, for finding the job of a lost response.</summary>
    private static readonly TimeSpan s_clockError = TimeSpan.FromMinutes(1);

    /// <summary>Starts to save the image of an instance, and returns the job as the list shows it.</summary>
    /// <param name="client">The client of the instance's session.</param>
    /// <param name="id">The instance.</param>
    /// <param name="image">The address to push the image to, <c>registry/repository:tag</c>.</param>
    /// <param name="registryAuthId">The id of the registry credential for the push; null for a registry without sign-in.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">
    /// The job was not started, or may have been started (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    public static async Task<Job> BeginSaveImageAsync(
        this NovitaClient client, string id, string image, string? registryAuthId, CallContext call)
    {
        var begun = client.Clock.UtcNow;
        string jobId;
        try
        {
            var begin = () => client.SaveImageAsync(id, image, registryAuthId, call);
            jobId = await client.ExplainRefusalAsync(id, begin, call).ConfigureAwait(false);
        }
        catch (NovitaException error) when (error.MayHaveHappened)
        {
            var after = (begun - s_clockError).LocalDateTime;
            var request = ListRequests.Jobs(type: JobType.SaveImage, after: after).Where(job => job.InstanceId == id);
            if (await client.TryFindJobsAsync(request, call).ConfigureAwait(false) is not [var only])
            {
                throw;
            }

            call.Report(ClientEventKind.Step, $"instance {id}: the response was lost, but job {only.Id} saves its image");
            return only;
        }

        // The job was started, even if the list is late or cannot be read.
        try
        {
            return await client.GetJobAsync(jobId, call).ConfigureAwait(false);
        }
        catch (NovitaException)
        {
            return new Job { Id = jobId, Type = JobType.SaveImage, InstanceId = id };
        }
    }

    /// <summary>Stops a job.</summary>
    /// <exception cref="NovitaException">
    /// The job was not stopped; the error names its state. A migration cannot be broken off (<see cref="NovitaErrorKind.InvalidState"/>).
    /// </exception>
    public static async Task StopJobAsync(this NovitaClient client, string id, CallContext call)
    {
        try
        {
            await client.BreakJobAsync(id, call).ConfigureAwait(false);
        }
        catch (NovitaException error) when (error.Kind == NovitaErrorKind.InvalidState || error.MayHaveHappened)
        {
            var jobs = await client.TryFindJobsAsync(ListRequests.Jobs(id), call).ConfigureAwait(false);
            var state = jobs?.FirstOrDefault(job => job.Id == id)?.State;
            if (state == JobState.Break)
            {
                return;
            }

            error.Subject = error.Subject! with { State = state };
            error.Advice = error.Kind != NovitaErrorKind.InvalidState ? null
                : error.Reason == "MIGRATION_JOB_NOT_BREAKABLE" ? "A migration cannot be broken off. Wait for it with Wait-NovitaJob."
                : "Only a job that is 'pulling' or 'running' can be stopped. Look at it with Get-NovitaJob -Id.";
            throw;
        }
    }

    /// <summary>Reads jobs; returns null where the list could not be read completely.</summary>
    private static async Task<IReadOnlyList<Job>?> TryFindJobsAsync(this NovitaClient client, ListRequest<Job> request, CallContext call)
    {
        try
        {
            return await client.ReadAllAsync(request, call).ConfigureAwait(false);
        }
        catch (NovitaException)
        {
            return null;
        }
    }
}
