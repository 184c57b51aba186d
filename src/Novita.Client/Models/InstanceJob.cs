using System.Text.Json.Serialization;

namespace Novita;

/// <summary>A job that runs on an instance.</summary>
public sealed class InstanceJob
{
    /// <summary>The job's id (contract: <c>id</c>).</summary>
    [JsonInclude]
    public string? Id { get; internal set; }

    /// <summary>What it does, such as <c>saveImage</c> (contract: <c>type</c>).</summary>
    [JsonInclude]
    public string? Type { get; internal set; }

    /// <summary>Type and id.</summary>
    public override string ToString() => $"{Type} {Id}".Trim();
}
