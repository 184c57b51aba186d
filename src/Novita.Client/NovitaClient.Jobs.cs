using Novita.Client.Json;

namespace Novita.Client;

/// <content>Jobs, among them the saving of an image.</content>
public sealed partial class NovitaClient
{
    /// <summary>Starts to save the image of an instance (<c>POST /job/save/image</c>) and returns the id of the job.</summary>
    /// <param name="id">The instance, 1 to 255 characters.</param>
    /// <param name="image">The address to push the image to, <c>registry/repository:tag</c>, 1 to 4095 characters.</param>
    /// <param name="registryAuthId">The id of the registry credential for the push; null for a registry without sign-in.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">
    /// A limit is broken, and nothing was sent; or the call failed, perhaps after the job was started
    /// (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    public Task<string> SaveImageAsync(string id, string image, string? registryAuthId, CallContext call) =>
        AboutAsync<Instance, string>(id, () =>
        {
            Limits.Length("The address of the image", image, 1, 4095);
            var body = new RequestBody().Add("instanceId", id).Add("image", image).Add("registryAuthId", registryAuthId);
            return CreateAsync<Job>($"{GpuPath}/job/save/image", body, call);
        });

    /// <summary>Reads one job, by a filter of the list: the service has no other call for one job.</summary>
    /// <param name="id">The job, 1 to 255 characters.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">
    /// The job does not exist (<see cref="NovitaErrorKind.NotFound"/>), or the list could not be read.
    /// </exception>
    public Task<Job> GetJobAsync(string id, CallContext call) => FindAsync(ListRequests.Jobs(id), id, call);

    /// <summary>Stops a job (<c>POST /job/break</c>). The response comes before the job has stopped.</summary>
    /// <param name="id">The job, 1 to 255 characters.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">
    /// The service refused, or the call failed, perhaps after the job was stopped (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    public Task BreakJobAsync(string id, CallContext call) =>
        AboutAsync<Job, ChangeResponse>(id, () => PostAsync($"{GpuPath}/job/break", new RequestBody().Add("jobId", id), call));
}
