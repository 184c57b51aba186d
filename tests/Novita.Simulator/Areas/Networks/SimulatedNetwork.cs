using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Novita.Simulator.Areas.Networks;

/// <summary>A private network.</summary>
public sealed record SimulatedNetwork : SimulatedRow
{
    /// <summary>With a capital letter, as documented.</summary>
    [JsonPropertyName("Id")]
    public required string Id { get; init; }

    public string? User { get; init; } = "sim-user";

    /// <summary>The name; not unique.</summary>
    public string? Name { get; init; }

    /// <summary><c>creating</c> or <c>ready</c>.</summary>
    [JsonIgnore]
    public string Status { get; init; } = "ready";

    /// <summary>Whether the state is sent in a list, as documented.</summary>
    [JsonIgnore]
    public bool StateAsList { get; init; }

    /// <summary>The state as it is sent.</summary>
    public object State => StateAsList ? new[] { new { state = Status, error = "" } } : new { state = Status, error = "" };

    public string? Segment { get; init; } = "10.0.0.0/16";

    public string? ClusterId { get; init; }

    /// <summary>The addresses that are taken; with capital letters, as documented.</summary>
    [JsonPropertyName("Addresses")]
    public ImmutableArray<SimulatedAddress> Addresses { get; init; } = [];

    [JsonIgnore]
    public DateTimeOffset Created { get; init; }

    /// <summary>Unix seconds in a string.</summary>
    public string CreateTime => Created.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    internal override string Key => Id;
}
