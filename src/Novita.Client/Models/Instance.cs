using Novita.Client.Json;

namespace Novita;

/// <summary>A GPU or CPU instance, as the list of the service has it.</summary>
/// <remarks>
/// Properties have the contract's names in Pascal case. Numbers and times that the service sends as text are numbers and times here;
/// <see langword="null"/> means that the service sent no value. Texts with a fixed set of values today (<see cref="Status"/>,
/// <see cref="BillingMode"/>) stay text, so that a new value never breaks a list.
/// </remarks>
public class Instance : Resource
{
    /// <summary>The instance's id (contract: <c>id</c>). Never empty.</summary>
    public override string Id { get; set; } = "";

    /// <summary>The instance's name; not unique (contract: <c>name</c>). Up to 255 characters.</summary>
    public virtual string Name { get; set; } = "";

    /// <summary>The id of the instance's cluster (contract: <c>clusterId</c>).</summary>
    public string? ClusterId { get; set; }

    /// <summary>The name of the instance's cluster (contract: <c>clusterName</c>).</summary>
    public string? ClusterName { get; set; }

    /// <summary>The status (contract: <c>status</c>); <see cref="InstanceStatus"/> has the known values.</summary>
    public string Status { get; set; } = "";

    /// <summary>The container image (contract: <c>imageUrl</c>).</summary>
    public string? ImageUrl { get; set; }

    /// <summary>The id of the registry credential used to pull the image (contract: <c>imageAuthId</c>).</summary>
    public string? ImageAuthId { get; set; }

    /// <summary>The container's start command (contract: <c>command</c>).</summary>
    public string? Command { get; set; }

    /// <summary>The container's entrypoint (contract: <c>entrypoint</c>).</summary>
    public string? Entrypoint { get; set; }

    /// <summary>Number of CPU cores, which may have a fraction (contract: <c>cpuNum</c>).</summary>
    public decimal? CpuNum { get; set; }

    /// <summary>Memory in GB, which may have a fraction (contract: <c>memory</c>).</summary>
    public decimal? Memory { get; set; }

    /// <summary>Number of GPUs; 0 for a CPU instance (contract: <c>gpuNum</c>).</summary>
    public int? GpuNum { get; set; }

    /// <summary>The ports that are open to the outside (contract: <c>portMappings</c>). Never null.</summary>
    public DisplayList<PortMapping> PortMappings { get => field ??= []; set; }

    /// <summary>The id of the instance's product (contract: <c>productId</c>).</summary>
    public string? ProductId { get; set; }

    /// <summary>The name of the instance's product, which names the GPU model (contract: <c>productName</c>).</summary>
    public string? ProductName { get; set; }

    /// <summary>Size of the root file system in GB (contract: <c>rootfsSize</c>).</summary>
    public int? RootfsSize { get; set; }

    /// <summary>The mounted storage (contract: <c>volumeMounts</c>). Never null.</summary>
    public DisplayList<VolumeMount> VolumeMounts { get => field ??= []; set; }

    /// <summary>Why creation failed or the instance is unavailable; null without an error (contract: <c>statusError</c>).</summary>
    public StatusError? StatusError
    {
        get;
        // For no error, the service also sends an empty object.
        set => field = value is { IsEmpty: true } ? null : value;
    }

    /// <summary>
    /// The environment variables (contract: <c>envs</c>). Never null. The values may be secrets of the user: the text of the list has the
    /// names only.
    /// </summary>
    public DisplayList<EnvironmentVariable> Envs { get => field ??= []; set; }

    /// <summary><c>gpu</c> or <c>cpu</c> (contract: <c>kind</c>).</summary>
    public string? Kind { get; set; }

    /// <summary><c>onDemand</c>, <c>monthly</c> or <c>spot</c> (contract: <c>billingMode</c>).</summary>
    public string? BillingMode { get; set; }

    /// <summary>
    /// The end of the subscription, in local time; null without a subscription (contract: <c>endTime</c>).
    /// </summary>
    public DateTime? EndTime { get; set; }

    /// <summary>
    /// <c>running</c>, <c>notified</c>, <c>reclaiming</c> or <c>terminated</c>, for a spot instance (contract: <c>spotStatus</c>).
    /// </summary>
    public string? SpotStatus { get; set; }

    /// <summary>
    /// The time at which a spot instance is reclaimed, in local time; null before the notice (contract: <c>spotReclaimTime</c>).
    /// </summary>
    public DateTime? SpotReclaimTime { get; set; }

    internal override string? Label => Name;

    internal override string? CurrentState => Status;

    internal override Resource WithState(string state)
    {
        var copy = (Instance)MemberwiseClone();
        copy.Status = state;
        return copy;
    }

    /// <summary>How the object is read from JSON.</summary>
    internal static Shape<Instance> Shape { get; } = ShapeOf<Instance>(() => new())
        .Add("id", (instance, ref reader) => instance.Id = JsonString.Read(ref reader) ?? "")
        .Add("name", (instance, ref reader) => instance.Name = JsonString.Read(ref reader) ?? "")
        .Add("clusterId", (instance, ref reader) => instance.ClusterId = JsonInternedString.ReadNonEmpty(ref reader))
        .Add("clusterName", (instance, ref reader) => instance.ClusterName = JsonInternedString.ReadNonEmpty(ref reader))
        .Add("status", (instance, ref reader) => instance.Status = JsonInternedString.Read(ref reader) ?? "")
        .Add("imageUrl", (instance, ref reader) => instance.ImageUrl = JsonInternedString.ReadNonEmpty(ref reader))
        .Add("imageAuthId", (instance, ref reader) => instance.ImageAuthId = JsonInternedString.ReadNonEmpty(ref reader))
        .Add("command", (instance, ref reader) => instance.Command = JsonInternedString.ReadNonEmpty(ref reader))
        .Add("entrypoint", (instance, ref reader) => instance.Entrypoint = JsonInternedString.ReadNonEmpty(ref reader))
        .Add("cpuNum", (instance, ref reader) => instance.CpuNum = JsonDecimal.Read(ref reader))
        .Add("memory", (instance, ref reader) => instance.Memory = JsonDecimal.Read(ref reader))
        .Add("gpuNum", (instance, ref reader) => instance.GpuNum = JsonInt32.Read(ref reader))
        .Add("portMappings", (instance, ref reader) => instance.PortMappings = PortMapping.ReadList(ref reader))
        .Add("productId", (instance, ref reader) => instance.ProductId = JsonInternedString.ReadNonEmpty(ref reader))
        .Add("productName", (instance, ref reader) => instance.ProductName = JsonInternedString.ReadNonEmpty(ref reader))
        .Add("rootfsSize", (instance, ref reader) => instance.RootfsSize = JsonInt32.Read(ref reader))
        .Add("volumeMounts", (instance, ref reader) => instance.VolumeMounts = VolumeMount.Shape.ReadDisplayList(ref reader))
        .Add("statusError", (instance, ref reader) => instance.StatusError = StatusError.Read(ref reader))
        .Add("envs", (instance, ref reader) => instance.Envs = EnvironmentVariable.Shape.ReadDisplayList(ref reader))
        .Add("kind", (instance, ref reader) => instance.Kind = JsonInternedString.ReadNonEmpty(ref reader))
        .Add("billingMode", (instance, ref reader) => instance.BillingMode = JsonInternedString.ReadNonEmpty(ref reader))
        .Add("endTime", (instance, ref reader) => instance.EndTime = JsonTime.Read(ref reader))
        .Add("spotStatus", (instance, ref reader) => instance.SpotStatus = JsonInternedString.ReadNonEmpty(ref reader))
        .Add("spotReclaimTime", (instance, ref reader) => instance.SpotReclaimTime = JsonTime.Read(ref reader));
}
