using Novita.Client.Http;
using Novita.Client.Json;
using Novita.Client.Requests;

namespace Novita.Client;

/// <content>Networks.</content>
public sealed partial class NovitaClient
{
    private const string NetworkPath = $"{GpuPath}/network";

    private static readonly Shape<Wrapped<Network>> s_network = Wrapped<Network>.ShapeOf("network", Network.Shape);

    /// <summary>Reads one network (<c>GET /network</c>).</summary>
    /// <exception cref="NovitaException">
    /// The network does not exist (<see cref="NovitaErrorKind.NotFound"/>), or the call failed for good.
    /// </exception>
    public Task<Network> GetNetworkAsync(string id, CallContext call) =>
        GetWrappedAsync(id, new PathBuilder(NetworkPath).Add("networkId", id), s_network, call);

    /// <summary>Creates a network (<c>POST /network/create</c>) and returns its id, which the response may lack.</summary>
    /// <exception cref="NovitaException">
    /// A limit is broken, and nothing was sent; or the call failed, perhaps after the network was created
    /// (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    public Task<string> CreateNetworkAsync(NewNetwork network, CallContext call)
    {
        network.Check();
        return CreateAndFindAsync(
            $"{NetworkPath}/create",
            network.ToBody(),
            ListRequests.Networks(),
            row => row.Name == network.Name && row.ClusterId == network.ClusterId,
            call);
    }

    /// <summary>Renames a network (<c>POST /network/update</c>).</summary>
    /// <param name="id">The network.</param>
    /// <param name="name">The new name, 1 to 30 characters.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">A limit is broken, and nothing was sent; or the call failed.</exception>
    public Task<OperationResult> RenameNetworkAsync(string id, string name, CallContext call)
    {
        NewNetwork.CheckName(name);
        return ChangeAsync<Network>(
            id,
            $"{NetworkPath}/update",
            new RequestBody().Add("networkId", id).Add("name", name),
            async () => (await GetNetworkAsync(id, call).ConfigureAwait(false)).Name == name,
            call);
    }

    /// <summary>Deletes a network (<c>POST /network/delete</c>).</summary>
    /// <exception cref="NovitaException">
    /// An instance is in the network (<see cref="NovitaErrorKind.InUse"/>), or the call failed.
    /// </exception>
    public Task<OperationResult> RemoveNetworkAsync(string id, CallContext call) =>
        RemoveAsync(id, $"{NetworkPath}/delete", "networkId", () => GetNetworkAsync(id, call), call);
}
