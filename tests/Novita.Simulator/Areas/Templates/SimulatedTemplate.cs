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

    /// <summary>Whose it is.</summary>
    public string? User { get; init; } = "sim-user";

    /// <summary>The name; not unique.</summary>
    public string? Name { get; init; }

    /// <summary>Markdown for people.</summary>
    public string? Readme { get; init; }

    /// <summary>Always <c>instance</c>.</summary>
    public string Type { get; init; } = "instance";

    /// <summary><c>official</c>, <c>community</c> or <c>private</c>.</summary>
    public string Channel { get; init; } = "private";

    /// <summary>The image.</summary>
    public string? Image { get; init; } = "ubuntu:24.04";

    /// <summary>The registry credential's id.</summary>
    public string? ImageAuth { get; init; }

    /// <summary>The start command.</summary>
    public string? StartCommand { get; init; }

    /// <summary>The entrypoint.</summary>
    public string? Entrypoint { get; init; }

    /// <summary>GB.</summary>
    public int RootfsSize { get; init; } = 60;

    /// <summary>The ports, in groups.</summary>
    public ImmutableArray<SimulatedPortGroup> Ports { get; init; } = [];

    /// <summary>The variables.</summary>
    public ImmutableArray<SimulatedVariable> Envs { get; init; } = [];

    /// <summary>The tools.</summary>
    public ImmutableArray<SimulatedTemplateTool> Tools { get; init; } = [];

    /// <summary>The oldest CUDA.</summary>
    public string? MinCudaVersion { get; init; }

    /// <summary>When it was created.</summary>
    [JsonIgnore]
    public DateTimeOffset Created { get; init; }

    /// <summary>Unix seconds in a string.</summary>
    public string CreatedAt => Created.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    internal override string Key => Id;
}
