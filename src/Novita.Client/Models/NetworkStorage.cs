using Novita.Client.Json;

namespace Novita;

/// <summary>Storage in a cluster that several instances of the cluster can mount.</summary>
public sealed class NetworkStorage : Resource
{
    /// <summary>The storage's id (contract: <c>storageId</c>).</summary>
    public override string Id { get; set; } = "";

    /// <summary>The storage's name; not unique (contract: <c>storageName</c>).</summary>
    public string Name { get; set; } = "";

    /// <summary>The size in GB (contract: <c>storageSize</c>).</summary>
    public int? Size { get; set; }

    /// <summary>The id of the storage's cluster (contract: <c>clusterId</c>).</summary>
    public string? ClusterId { get; set; }

    /// <summary>The name of the storage's cluster (contract: <c>clusterName</c>).</summary>
    public string? ClusterName { get; set; }

    /// <summary>
    /// USD for each GB and day; null where the service sends no price or 0 (contract: <c>price</c>, taken as 1/100000 USD).
    /// </summary>
    /// <remarks>
    /// The unit of <c>price</c> is not documented. Prices of products are in 1/100000 USD, and in that unit the 200 of the vendor's
    /// console is exactly the published 0.002 USD.
    /// </remarks>
    public decimal? PricePerGBDay { get; set; }

    /// <summary>
    /// The instances that mount the storage; null where the list of instances was not read. Not part of the response.
    /// </summary>
    public DisplayList<Instance>? AttachedTo { get; set; }

    internal override string? Label => Name;

    internal override string? Note => Size is null ? ClusterName : $"{Size} GB in {ClusterName ?? ClusterId}";

    internal static Shape<NetworkStorage> Shape { get; } = ShapeOf<NetworkStorage>(() => new())
        .Add("storageId", (storage, ref reader) => storage.Id = JsonString.Read(ref reader) ?? "")
        .Add("storageName", (storage, ref reader) => storage.Name = JsonString.Read(ref reader) ?? "")
        .Add("storageSize", (storage, ref reader) => storage.Size = JsonInt32.Read(ref reader))
        .Add("clusterId", (storage, ref reader) => storage.ClusterId = JsonString.ReadNonEmpty(ref reader))
        .Add("clusterName", (storage, ref reader) => storage.ClusterName = JsonString.ReadNonEmpty(ref reader))
        .Add("price", (storage, ref reader) => storage.PricePerGBDay = JsonMoney.ReadPrice(ref reader));
}
