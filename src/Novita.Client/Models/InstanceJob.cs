using Novita.Client.Json;

namespace Novita;

/// <summary>A job that runs on an instance.</summary>
public sealed class InstanceJob : ResourcePart
{
    /// <summary>The job's id (contract: <c>id</c>).</summary>
    public string? Id { get; set; }

    /// <summary>The job's type, such as <c>saveImage</c> (contract: <c>type</c>).</summary>
    public string? Type { get; set; }

    /// <summary>Type and id.</summary>
    public override string ToString() => $"{Type} {Id}".Trim();

    private protected override object?[] Values => [Id, Type];

    /// <summary>How the object is read from JSON.</summary>
    internal static Shape<InstanceJob> Shape { get; } = ShapeOf<InstanceJob>(() => new())
        .Add("id", (job, ref reader) => job.Id = JsonString.ReadNonEmpty(ref reader))
        .Add("type", (job, ref reader) => job.Type = JsonString.ReadNonEmpty(ref reader));
}
