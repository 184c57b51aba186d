using System.Text.Json;
using System.Text.Json.Serialization;
using Novita.Client.Json;

namespace Novita;

/// <summary>A GPU or CPU instance, as the service's list shows it.</summary>
/// <remarks>
/// Properties carry the contract's names in Pascal case. What the service sends as text is a number or a time here, so that
/// filters compare numbers as numbers; <see langword="null"/> means that the service sent nothing. Texts with a fixed set of
/// values today (<see cref="Status"/>, <see cref="BillingMode"/>) stay text, so that a new value never breaks a list.
/// </remarks>
public class Instance
{
    /// <summary>The instance's id (contract: <c>id</c>). Never empty.</summary>
    [JsonInclude]
    public string Id { get; internal set; } = "";

    /// <summary>The name its owner gave it; not unique (contract: <c>name</c>). Up to 255 characters.</summary>
    [JsonInclude]
    public string Name { get; internal set => field = value ?? ""; } = "";

    /// <summary>The id of the cluster it runs in (contract: <c>clusterId</c>).</summary>
    [JsonInclude, JsonConverter(typeof(RepeatedTextConverter))]
    public string? ClusterId { get; internal set; }

    /// <summary>The name of that cluster (contract: <c>clusterName</c>).</summary>
    [JsonInclude, JsonConverter(typeof(RepeatedTextConverter))]
    public string? ClusterName { get; internal set; }

    /// <summary>Where it is in its life (contract: <c>status</c>); <see cref="InstanceStatus"/> has the known values.</summary>
    [JsonInclude, JsonConverter(typeof(RepeatedTextConverter))]
    public string Status { get; internal set => field = value ?? ""; } = "";

    /// <summary>The container image (contract: <c>imageUrl</c>).</summary>
    [JsonInclude, JsonConverter(typeof(RepeatedTextConverter))]
    public string? ImageUrl { get; internal set; }

    /// <summary>The id of the registry credential used to pull the image (contract: <c>imageAuthId</c>).</summary>
    [JsonInclude, JsonConverter(typeof(RepeatedTextConverter))]
    public string? ImageAuthId { get; internal set; }

    /// <summary>The container's start command (contract: <c>command</c>).</summary>
    [JsonInclude, JsonConverter(typeof(RepeatedTextConverter))]
    public string? Command { get; internal set; }

    /// <summary>The container's entrypoint (contract: <c>entrypoint</c>).</summary>
    [JsonInclude, JsonConverter(typeof(RepeatedTextConverter))]
    public string? Entrypoint { get; internal set; }

    /// <summary>Number of CPU cores (contract: <c>cpuNum</c>).</summary>
    [JsonInclude]
    public int? CpuNum { get; internal set; }

    /// <summary>Memory in GB (contract: <c>memory</c>).</summary>
    [JsonInclude]
    public int? Memory { get; internal set; }

    /// <summary>Number of GPUs; 0 for a CPU instance (contract: <c>gpuNum</c>).</summary>
    [JsonInclude]
    public int? GpuNum { get; internal set; }

    /// <summary>The ports that are open to the outside (contract: <c>portMappings</c>). Never null.</summary>
    [JsonInclude]
    public DisplayList<PortMapping> PortMappings { get; internal set => field = value ?? []; } = [];

    /// <summary>The id of the product it was made from (contract: <c>productId</c>).</summary>
    [JsonInclude, JsonConverter(typeof(RepeatedTextConverter))]
    public string? ProductId { get; internal set; }

    /// <summary>The name of that product, which says the GPU model (contract: <c>productName</c>).</summary>
    [JsonInclude, JsonConverter(typeof(RepeatedTextConverter))]
    public string? ProductName { get; internal set; }

    /// <summary>Size of the root file system in GB (contract: <c>rootfsSize</c>).</summary>
    [JsonInclude]
    public int? RootfsSize { get; internal set; }

    /// <summary>The storage mounted into it (contract: <c>volumeMounts</c>). Never null.</summary>
    [JsonInclude]
    public DisplayList<VolumeMount> VolumeMounts { get; internal set => field = value ?? []; } = [];

    /// <summary>Why creation failed or the instance is unavailable; null when nothing is wrong (contract: <c>statusError</c>).</summary>
    [JsonInclude]
    public StatusError? StatusError
    {
        get;
        // The service also says "no error" by an object with nothing in it.
        internal set => field = value is { IsEmpty: true } ? null : value;
    }

    /// <summary>Its environment variables (contract: <c>envs</c>). Never null. The values may be secrets of yours: as text the list shows names only.</summary>
    [JsonInclude]
    public DisplayList<EnvironmentVariable> Envs { get; internal set => field = value ?? []; } = [];

    /// <summary><c>gpu</c> or <c>cpu</c> (contract: <c>kind</c>).</summary>
    [JsonInclude, JsonConverter(typeof(RepeatedTextConverter))]
    public string? Kind { get; internal set; }

    /// <summary><c>onDemand</c>, <c>monthly</c> or <c>spot</c> (contract: <c>billingMode</c>).</summary>
    [JsonInclude, JsonConverter(typeof(RepeatedTextConverter))]
    public string? BillingMode { get; internal set; }

    /// <summary>When a subscription expires, in local time; null for an instance that is paid as it runs (contract: <c>endTime</c>).</summary>
    [JsonInclude]
    public DateTime? EndTime { get; internal set; }

    /// <summary><c>running</c>, <c>notified</c>, <c>reclaiming</c> or <c>terminated</c>, for a spot instance (contract: <c>spotStatus</c>).</summary>
    [JsonInclude, JsonConverter(typeof(RepeatedTextConverter))]
    public string? SpotStatus { get; internal set; }

    /// <summary>When a spot instance is taken back, in local time; null while nothing is announced (contract: <c>spotReclaimTime</c>).</summary>
    [JsonInclude]
    public DateTime? SpotReclaimTime { get; internal set; }

    /// <summary>The name of the session it was read through. Not part of the service's reply.</summary>
    [JsonIgnore]
    public string? SessionName { get; internal set; }

    /// <summary>The session it was read through: what acts on this instance acts through that one.</summary>
    [JsonIgnore]
    internal object? Session { get; set; }

    /// <summary>Members of the reply that the contract does not know. A property would show them, and any secret among them, in every report.</summary>
    [JsonInclude, JsonExtensionData]
    internal Dictionary<string, JsonElement>? UnknownMembers { get; set; }

    /// <summary>Gives the members of the reply that the contract does not know, by the service's name, ignoring case.</summary>
    /// <returns>Texts, numbers, truth values, lists and dictionaries; whatever is named like a password, secret or token is a <see cref="Secret"/>.</returns>
    public IReadOnlyDictionary<string, object?> GetAdditionalData() => AdditionalData.Read(UnknownMembers);

    /// <summary>The instance's name and id.</summary>
    public override string ToString() => Name.Length == 0 ? Id : $"{Name} ({Id})";
}
