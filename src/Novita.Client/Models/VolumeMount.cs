using Novita.Client.Json;

namespace Novita;

/// <summary>Storage that is mounted into an instance.</summary>
public sealed class VolumeMount
{
    /// <summary><c>network</c> (cloud storage) or <c>local</c> (contract: <c>type</c>).</summary>
    public string? Type { get; internal set; }

    /// <summary>Capacity in GB (contract: <c>size</c>).</summary>
    public int? Size { get; internal set; }

    /// <summary>The id of the cloud storage; null for local storage (contract: <c>id</c>).</summary>
    public string? Id { get; internal set; }

    /// <summary>Where it is mounted (contract: <c>mountPath</c>).</summary>
    public string? MountPath { get; internal set; }

    /// <summary>Whether it is cloud storage, which another instance can mount.</summary>
    internal bool IsNetwork => !string.IsNullOrEmpty(Id) && !string.Equals(Type, "local", StringComparison.OrdinalIgnoreCase);

    /// <summary>Type, size and path: <c>local 30 GB /workspace</c>.</summary>
    public override string ToString()
    {
        var parts = new[] { Type, Size is null ? null : $"{Size} GB", MountPath };
        return string.Join(" ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>How it is read.</summary>
    internal static Shape<VolumeMount> Shape { get; } = new Shape<VolumeMount>(() => new())
        .Add("type", (volume, ref reader) => volume.Type = JsonInternedString.Read(ref reader))
        .Add("size", (volume, ref reader) => volume.Size = JsonInt32.Read(ref reader))
        .Add("id", (volume, ref reader) => volume.Id = JsonString.Read(ref reader))
        .Add("mountPath", (volume, ref reader) => volume.MountPath = JsonInternedString.Read(ref reader));
}
