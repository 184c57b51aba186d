using System.Text.Json.Serialization;

namespace Novita.Simulator.Areas.Storage;

/// <summary>A network storage.</summary>
public sealed record SimulatedStorage : SimulatedRow
{
    [JsonPropertyName("storageId")]
    public required string Id { get; init; }

    /// <summary>The name; not unique.</summary>
    [JsonPropertyName("storageName")]
    public string? Name { get; init; }

    [JsonPropertyName("storageSize")]
    public int Size { get; init; } = 10;

    public string? ClusterId { get; init; }

    public string? ClusterName { get; init; }

    /// <summary>The unit is not documented; 200 is what the vendor's console works with.</summary>
    public string? Price { get; init; } = "200";

    internal override string Key => Id;
}
