using Novita.Client.Json;

namespace Novita;

/// <summary>A job that runs on an instance.</summary>
public sealed class InstanceJob
{
    /// <summary>The job's id (contract: <c>id</c>).</summary>
    public string? Id { get; internal set; }

    /// <summary>What it does, such as <c>saveImage</c> (contract: <c>type</c>).</summary>
    public string? Type { get; internal set; }

    /// <summary>Type and id.</summary>
    public override string ToString() => $"{Type} {Id}".Trim();

    /// <summary>How it is read.</summary>
    internal static Shape<InstanceJob> Shape { get; } = new Shape<InstanceJob>(() => new())
        .Add("id", (job, ref reader) => job.Id = JsonString.Read(ref reader))
        .Add("type", (job, ref reader) => job.Type = JsonString.Read(ref reader));
}
