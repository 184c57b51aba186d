using Novita.Simulator.Api;
using Novita.Simulator.Areas.Clusters;

namespace Novita.Simulator.Areas.Storage;

/// <summary>Network storage: <c>/networkstorages/list</c> in the plural, <c>/networkstorage/...</c> for the rest.</summary>
public sealed class StorageArea : IArea
{
    private readonly StorageOptions _options;
    private readonly ClusterArea _clusters;
    private readonly Fleet _fleet;

    internal StorageArea(StorageOptions options, ClusterArea clusters, Fleet fleet)
    {
        _options = options;
        _clusters = clusters;
        _fleet = fleet;
    }

    /// <summary>The storages; at first there are none.</summary>
    public SimulatedRows<SimulatedStorage> Rows { get; } = new();

    private static ApiError NotFound { get; } = new(400, "NETWORK_STORAGE_NOT_FOUND", "network storage not found");

    void IArea.Map(RouteTable routes)
    {
        routes.List("/networkstorages/list", new() { PageParameter = "pageNo", PageBase = 1 }, Rows, query =>
        {
            var (id, name) = (query.Text("storageId"), query.Text("storageName"));
            return storage => (id.Length == 0 || storage.Id == id)
                && storage.Name?.Contains(name, StringComparison.OrdinalIgnoreCase) != false;
        });
        routes.Post("/networkstorage/create", Create);
        routes.Post("/networkstorage/update", Update);
        routes.Post("/networkstorage/delete", Delete);
    }

    private IResult Create(Members body)
    {
        var clusterId = body.RequiredText("clusterId", 1, 255);
        var storage = new SimulatedStorage
        {
            Id = $"{Guid.NewGuid()}",
            Name = body.RequiredText("storageName", 1, 255),
            Size = body.RequiredNumber("storageSize", 10, 4096),
            ClusterId = clusterId,
            ClusterName = _clusters.Rows.Find(clusterId)?.Name,
        };
        body.End();
        if (_clusters.Rows.Find(clusterId)?.SupportNetworkStorage != true)
        {
            return new ApiError(400, "CUR_CLUSTER_NETWORK_STORAGE_NOT_SUPPORT", "the cluster has no network storage");
        }

        Rows.Add(storage);
        return JsonReply.Of(storage.Id);
    }

    private IResult Update(Members body)
    {
        var id = body.RequiredText("storageId", 1, 255);
        var name = body.RequiredText("storageName", 1, 255);
        var size = body.RequiredNumber("storageSize", 1, 4096);
        body.End();
        if (size < Rows.Find(id)?.Size)
        {
            return ApiError.InvalidParameter("storageSize", "the size must not shrink");
        }

        return Rows.Update(id, storage => storage with { Name = name, Size = size }) ? JsonReply.Of(new { }) : NotFound;
    }

    private IResult Delete(Members body)
    {
        var id = body.RequiredText("storageId", 1, 255);
        body.End();
        if (!_options.DeletesWhileInUse && _fleet.Snapshot().Any(IsMounting))
        {
            return new ApiError(400, "NETWORK_STORAGE_IN_USE", "the network storage is in use");
        }

        return Rows.Remove(id) ? JsonReply.Of(new { }) : NotFound;

        bool IsMounting(SimulatedInstance instance) => instance.Status != "removed" && instance.VolumeMounts.Any(volume => volume.Id == id);
    }
}
