using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Novita.Simulator.Areas.Jobs;

/// <summary>A job: an image that is saved, an instance that is migrated.</summary>
public sealed record SimulatedJob : SimulatedRow
{
    /// <summary>With a capital letter, as documented.</summary>
    [JsonPropertyName("Id")]
    public required string Id { get; init; }

    public string? User { get; init; } = "sim-user";

    /// <summary><c>saveImage</c>, <c>instanceMigrate</c> or <c>autoInstanceMigrate</c>.</summary>
    public string Type { get; init; } = "saveImage";

    public ImmutableArray<SimulatedVariable> Envs { get; init; } = [];

    /// <summary>An object on the wire.</summary>
    public SimulatedJobState State { get; init; } = new("success");

    public string? LogAddress { get; init; }

    [JsonIgnore]
    public DateTimeOffset Created { get; init; }

    /// <summary>Unix seconds in a string.</summary>
    public string CreatedAt => Created.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    /// <summary>The states that follow, each so long after the job was begun. While such a job runs, its instance takes no action.</summary>
    [JsonIgnore]
    public ImmutableArray<SimulatedJobStep> Steps { get; init; } = [];

    public string? InstanceId { get; init; }

    internal override string Key => Id;

    /// <summary>The job as it is at a time.</summary>
    internal SimulatedJob At(DateTimeOffset now) => this with { State = Steps.LastOrDefault(step => Created + step.After <= now)?.State ?? State };

    /// <summary>Whether it keeps its instance from other actions at a time.</summary>
    internal bool Blocks(DateTimeOffset now) => !Steps.IsEmpty && At(now).State.IsUnderWay;
}
