using Novita.Client.Json;

namespace Novita;

/// <summary>The limits of the node of an instance.</summary>
public sealed class InstanceNode : ResourcePart
{
    /// <summary>The largest root file system, in GB (contract: <c>maxRootfsSize</c>).</summary>
    public int? MaxRootfsSize { get; set; }

    /// <summary>The largest local volume, in GB; not documented (<c>maxLocalVolumeSize</c>).</summary>
    public int? MaxLocalVolumeSize { get; set; }

    /// <summary>The largest root file system: <c>up to 500 GB</c>.</summary>
    public override string ToString() => MaxRootfsSize is { } size ? $"up to {size} GB" : "";

    private protected override object?[] Values => [MaxRootfsSize, MaxLocalVolumeSize];

    /// <summary>How the object is read from JSON.</summary>
    internal static Shape<InstanceNode> Shape { get; } = ShapeOf<InstanceNode>(() => new())
        .Add("maxRootfsSize", (node, ref reader) => node.MaxRootfsSize = JsonInt32.Read(ref reader))
        .Add("maxLocalVolumeSize", (node, ref reader) => node.MaxLocalVolumeSize = JsonInt32.Read(ref reader));
}
