using System.Globalization;
using Novita.Client.Json;

namespace Novita;

/// <summary>Storage that is mounted into an instance.</summary>
public sealed class VolumeMount : ResourcePart
{
    /// <summary><c>network</c> (cloud storage) or <c>local</c> (contract: <c>type</c>).</summary>
    public string? Type { get; set; }

    /// <summary>Capacity in GB, which may have a fraction (contract: <c>size</c>).</summary>
    public decimal? Size { get; set; }

    /// <summary>The id of the cloud storage; null for local storage (contract: <c>id</c>).</summary>
    public string? Id { get; set; }

    /// <summary>The mount point (contract: <c>mountPath</c>).</summary>
    public string? MountPath { get; set; }

    /// <summary>Whether the volume is cloud storage, which another instance can mount.</summary>
    internal bool IsNetwork => !string.IsNullOrEmpty(Id) && !string.Equals(Type, "local", StringComparison.OrdinalIgnoreCase);

    /// <summary>Type, size and path: <c>local 30 GB /workspace</c>.</summary>
    public override string ToString()
    {
        var parts = new[] { Type, Size is null ? null : string.Format(CultureInfo.InvariantCulture, "{0} GB", Size), MountPath };
        return string.Join(" ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    private protected override object?[] Values => [Type, Size, Id, MountPath];

    /// <summary>How the object is read from JSON.</summary>
    internal static Shape<VolumeMount> Shape { get; } = ShapeOf<VolumeMount>(() => new())
        .Add("type", (volume, ref reader) => volume.Type = JsonInternedString.ReadNonEmpty(ref reader))
        .Add("size", (volume, ref reader) => volume.Size = JsonDecimal.Read(ref reader))
        .Add("id", (volume, ref reader) => volume.Id = JsonString.ReadNonEmpty(ref reader))
        .Add("mountPath", (volume, ref reader) => volume.MountPath = JsonInternedString.ReadNonEmpty(ref reader));
}
