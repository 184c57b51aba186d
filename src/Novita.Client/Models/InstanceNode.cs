using System.Text.Json.Serialization;

namespace Novita;

/// <summary>What the node that an instance runs on can give it.</summary>
public sealed class InstanceNode
{
    /// <summary>The largest root file system, in GB (contract: <c>maxRootfsSize</c>).</summary>
    [JsonInclude]
    public int? MaxRootfsSize { get; internal set; }

    /// <summary>The largest local volume, in GB; not documented (<c>maxLocalVolumeSize</c>).</summary>
    [JsonInclude]
    public int? MaxLocalVolumeSize { get; internal set; }

    /// <summary>The size that the root file system can grow to: <c>up to 500 GB</c>.</summary>
    public override string ToString() => MaxRootfsSize is { } size ? $"up to {size} GB" : "";
}
