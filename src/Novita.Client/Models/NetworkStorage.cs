using Novita.Client.Json;

namespace Novita;

/// <summary>Storage in a cluster, apart from any instance, which several instances of that cluster can mount.</summary>
public sealed class NetworkStorage : Resource
{
    /// <summary>The storage's id (contract: <c>storageId</c>).</summary>
    public override string Id { get; set; } = "";

    /// <summary>The name that its owner gave it; not unique (contract: <c>storageName</c>).</summary>
    public string Name { get; set; } = "";

    /// <summary>Its size in GB (contract: <c>storageSize</c>).</summary>
    public int? Size { get; set; }

    /// <summary>The id of the cluster that it is in (contract: <c>clusterId</c>).</summary>
    public string? ClusterId { get; set; }

    /// <summary>The name of that cluster (contract: <c>clusterName</c>).</summary>
    public string? ClusterName { get; set; }

    /// <summary>
    /// USD for each GB and day; null where the service sends no price or 0 (contract: <c>price</c>, taken as 1/100000 USD).
    /// </summary>
    /// <remarks>
    /// The documentation leaves the unit of <c>price</c> out. Products are priced in 1/100000 USD, and in that unit the 200 of the
    /// vendor's console is exactly the published 0.002 USD.
    /// </remarks>
    public decimal? PricePerGBDay { get; set; }

    /// <summary>
    /// The instances that mount it, from a list of all instances; null where that list was not asked for. Not part of the response.
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
