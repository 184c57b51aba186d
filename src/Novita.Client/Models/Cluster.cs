using Novita.Client.Json;

namespace Novita;

/// <summary>A data centre of the service, where instances and network storage are placed.</summary>
public sealed class Cluster : Resource
{
    /// <summary>The cluster's id (contract: <c>id</c>).</summary>
    public override string Id { get; set; } = "";

    /// <summary>The cluster's name, which products list as a region; not unique (contract: <c>name</c>).</summary>
    public string Name { get; set; } = "";

    /// <summary>The names of the cluster's GPUs (contract: <c>availableGpuType</c>). Never null.</summary>
    public DisplayList<string> AvailableGpuType { get => field ??= []; set; }

    /// <summary>Whether network storage can be created in the cluster (contract: <c>supportNetworkStorage</c>).</summary>
    public bool? SupportNetworkStorage { get; set; }

    /// <summary>Whether a VPC network can be created in the cluster (contract: <c>supportInstanceNetwork</c>).</summary>
    public bool? SupportInstanceNetwork { get; set; }

    internal override string? Label => Name;

    internal static Shape<Cluster> Shape { get; } = ShapeOf<Cluster>(() => new())
        .Add("id", (cluster, ref reader) => cluster.Id = JsonString.Read(ref reader) ?? "")
        .Add("name", (cluster, ref reader) => cluster.Name = JsonString.Read(ref reader) ?? "")
        .Add("availableGpuType", (cluster, ref reader) => cluster.AvailableGpuType = JsonString.ReadList(ref reader))
        .Add("supportNetworkStorage", (cluster, ref reader) => cluster.SupportNetworkStorage = JsonBoolean.Read(ref reader))
        .Add("supportInstanceNetwork", (cluster, ref reader) => cluster.SupportInstanceNetwork = JsonBoolean.Read(ref reader));
}
