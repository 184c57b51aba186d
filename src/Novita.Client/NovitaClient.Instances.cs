using Novita.Client.Http;
using Novita.Client.Json;
using Novita.Client.Requests;

namespace Novita.Client;

/// <content>Instances.</content>
public sealed partial class NovitaClient
{
    private const string InstancePath = $"{GpuPath}/gpu/instance";

    /// <summary>Reads one instance (<c>GET /gpu/instance</c>).</summary>
    /// <param name="id">The instance, 1 to 255 characters.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">
    /// The instance does not exist (<see cref="NovitaErrorKind.NotFound"/>), or the call failed for good.
    /// </exception>
    public Task<InstanceDetail> GetInstanceAsync(string id, CallContext call) =>
        GetAsync(id, new PathBuilder(InstancePath).Add("instanceId", id), InstanceDetail.DetailShape, call);

    /// <summary>Creates an instance (<c>POST /gpu/instance/create</c>) and returns its id.</summary>
    /// <exception cref="NovitaException">
    /// A limit is broken, and nothing was sent; or the call failed, perhaps after the instance was created
    /// (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    public Task<string> CreateInstanceAsync(NewInstance instance, CallContext call)
    {
        instance.Check();
        return CreateAsync<Instance>($"{InstancePath}/create", instance.ToBody(), call);
    }

    /// <summary>
    /// Starts, stops, restarts, deletes or migrates an instance (<c>POST /gpu/instance/{operation}</c>). The response comes before the
    /// operation is complete.
    /// </summary>
    /// <exception cref="NovitaException">
    /// The service refused, or the call failed, perhaps after the operation took effect (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    public Task<OperationResult> ChangeInstanceAsync(InstanceOperation operation, string id, CallContext call) =>
        ChangeInstanceAsync(operation.Path, id, () => new RequestBody().Add("instanceId", id), call);

    /// <summary>Changes the ports and expands the disk of an instance (<c>POST /gpu/instance/edit</c>).</summary>
    /// <exception cref="NovitaException">A limit is broken, and nothing was sent; or the call failed.</exception>
    public Task<OperationResult> EditInstanceAsync(string id, EditedInstance instance, CallContext call)
    {
        return ChangeInstanceAsync("edit", id, MakeBody, call);

        RequestBody MakeBody()
        {
            instance.Check();
            return instance.ToBody(id);
        }
    }

    /// <summary>
    /// Changes the image and settings of an instance (<c>POST /gpu/instance/upgrade</c>). The response comes before the upgrade is
    /// complete.
    /// </summary>
    /// <exception cref="NovitaException">A limit is broken, and nothing was sent; or the call failed.</exception>
    public Task<OperationResult> UpgradeInstanceAsync(string id, UpgradedInstance instance, CallContext call)
    {
        return ChangeInstanceAsync(InstanceOperation.Upgrade.Path, id, MakeBody, call);

        RequestBody MakeBody()
        {
            instance.Check();
            return instance.ToBody(id);
        }
    }

    private Task<OperationResult> ChangeInstanceAsync(string operation, string id, Func<RequestBody> makeBody, CallContext call) =>
        AboutAsync<Instance, OperationResult>(id, async () =>
        {
            var response = await PostAsync($"{InstancePath}/{operation}", makeBody(), call).ConfigureAwait(false);
            var state = response.State is { Length: > 0 } now ? now : null;
            var description = state is null ? "" : $", status '{state}'";
            call.Report(ClientEventKind.Step, $"instance {id}: the service accepted '{operation}'{description}");
            return new OperationResult(response.NewInstanceId is { Length: > 0 } newId ? newId : id, state);
        });
}
