using Novita.Client.Json;

namespace Novita.Client;

/// <content>Jobs, and the saving of images, which is one.</content>
public sealed partial class NovitaClient
{
    /// <summary>Begins to save the image of an instance (<c>POST /job/save/image</c>) and returns the id of the job.</summary>
    /// <param name="id">The instance, 1 to 255 characters.</param>
    /// <param name="image">Where the image goes, <c>registry/repository:tag</c>, 1 to 4095 characters.</param>
    /// <param name="registryAuthId">The id of the registry credential to push it with; null for none.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">
    /// A limit is broken, and nothing was sent; or the call failed, perhaps after the job was begun
    /// (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    public Task<string> SaveImageAsync(string id, string image, string? registryAuthId, CallContext call) =>
        AboutAsync<Instance, string>(id, () =>
        {
            Limits.Length("The address of the image", image, 1, 4095);
            var body = new RequestBody().Add("instanceId", id).Add("image", image).Add("registryAuthId", registryAuthId);
            return CreateAsync<Job>($"{GpuPath}/job/save/image", body, call);
        });

    /// <summary>Reads one job. The service has no call for that but a filter of the list.</summary>
    /// <param name="id">The job, 1 to 255 characters.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">
    /// The job does not exist (<see cref="NovitaErrorKind.NotFound"/>), or the list could not be read.
    /// </exception>
    public Task<Job> GetJobAsync(string id, CallContext call) => FindAsync(ListRequests.Jobs(id), id, call);

    /// <summary>Stops a job (<c>POST /job/break</c>). The service only begins with it.</summary>
    /// <param name="id">The job, 1 to 255 characters.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">
    /// The service refused, or the call failed, perhaps after the job was stopped (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    public Task BreakJobAsync(string id, CallContext call) =>
        AboutAsync<Job, ChangeResponse>(id, () => PostAsync($"{GpuPath}/job/break", new RequestBody().Add("jobId", id), call));
}
