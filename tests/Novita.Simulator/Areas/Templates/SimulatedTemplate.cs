using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Novita.Simulator.Areas.Templates;

/// <summary>A template.</summary>
public sealed record SimulatedTemplate : SimulatedRow
{
    /// <summary>With a capital letter, as documented; short decimal text.</summary>
    [JsonPropertyName("Id")]
    public required string Id { get; init; }

    public string? User { get; init; } = "sim-user";

    /// <summary>The name; not unique.</summary>
    public string? Name { get; init; }

    /// <summary>Markdown for people.</summary>
    public string? Readme { get; init; }

    /// <summary>Always <c>instance</c>.</summary>
    public string Type { get; init; } = "instance";

    /// <summary><c>official</c>, <c>community</c> or <c>private</c>.</summary>
    public string Channel { get; init; } = "private";

    public string? Image { get; init; } = "ubuntu:24.04";

    public string? ImageAuth { get; init; }

    public string? StartCommand { get; init; }

    public string? Entrypoint { get; init; }

    public int RootfsSize { get; init; } = 60;

    public ImmutableArray<SimulatedPortGroup> Ports { get; init; } = [];

    public ImmutableArray<SimulatedVariable> Envs { get; init; } = [];

    public ImmutableArray<SimulatedTemplateTool> Tools { get; init; } = [];

    public string? MinCudaVersion { get; init; }

    [JsonIgnore]
    public DateTimeOffset Created { get; init; }

    /// <summary>Unix seconds in a string.</summary>
    public string CreatedAt => Created.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    internal override string Key => Id;
}
