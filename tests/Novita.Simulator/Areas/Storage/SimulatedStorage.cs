using System.Text.Json.Serialization;

namespace Novita.Simulator.Areas.Storage;

/// <summary>A network storage.</summary>
public sealed record SimulatedStorage : SimulatedRow
{
    /// <summary>The id.</summary>
    [JsonPropertyName("storageId")]
    public required string Id { get; init; }

    /// <summary>The name; not unique.</summary>
    [JsonPropertyName("storageName")]
    public string? Name { get; init; }

    /// <summary>GB.</summary>
    [JsonIgnore]
    public int Size { get; init; } = 10;

    /// <summary>Whether the size is sent as text.</summary>
    [JsonIgnore]
    public bool SizeAsText { get; init; }

    /// <summary>The size as it is sent.</summary>
    public object StorageSize => SizeAsText ? $"{Size}" : Size;

    /// <summary>The cluster.</summary>
    public string? ClusterId { get; init; }

    /// <summary>The cluster's name.</summary>
    public string? ClusterName { get; init; }

    /// <summary>The unit is not documented; 200 is what the vendor's console works with.</summary>
    public string? Price { get; init; } = "200";

    /// <inheritdoc/>
    internal override string Key => Id;
}
