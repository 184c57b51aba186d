using Novita.Client.Requests;

namespace Novita.Client;

/// <content>Network storage.</content>
public sealed partial class NovitaClient
{
    private const string StoragePath = $"{GpuPath}/networkstorage";

    /// <summary>Reads one network storage (<c>GET /networkstorages/list</c> with its id: the service has no other call for it).</summary>
    /// <exception cref="NovitaException">
    /// The storage does not exist (<see cref="NovitaErrorKind.NotFound"/>), or the call failed for good.
    /// </exception>
    public Task<NetworkStorage> GetNetworkStorageAsync(string id, CallContext call) =>
        FindAsync(ListRequests.NetworkStorages(id: id), id, call);

    /// <summary>Creates a network storage (<c>POST /networkstorage/create</c>), which is billed at once, and returns its id.</summary>
    /// <exception cref="NovitaException">
    /// A limit is broken, and nothing was sent; or the call failed, perhaps after the storage was created
    /// (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    public Task<string> CreateNetworkStorageAsync(NewNetworkStorage storage, CallContext call)
    {
        storage.Check();
        return CreateAsync<NetworkStorage>($"{StoragePath}/create", storage.ToBody(), call, isTextId: true);
    }

    /// <summary>Renames and grows a network storage (<c>POST /networkstorage/update</c>).</summary>
    /// <exception cref="NovitaException">A limit is broken, and nothing was sent; or the call failed.</exception>
    public Task<OperationResult> EditNetworkStorageAsync(string id, EditedNetworkStorage storage, CallContext call) =>
        ChangeAsync<NetworkStorage>(
            id,
            $"{StoragePath}/update",
            storage.ToBody(id),
            async () => storage.IsMade(await GetNetworkStorageAsync(id, call).ConfigureAwait(false)),
            call);

    /// <summary>Deletes a network storage with its data, at once (<c>POST /networkstorage/delete</c>).</summary>
    /// <exception cref="NovitaException">
    /// An instance mounts the storage (<see cref="NovitaErrorKind.InUse"/>), or the call failed.
    /// </exception>
    public Task<OperationResult> RemoveNetworkStorageAsync(string id, CallContext call) =>
        RemoveAsync(id, $"{StoragePath}/delete", "storageId", () => GetNetworkStorageAsync(id, call), call);
}
