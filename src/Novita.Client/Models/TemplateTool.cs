using Novita.Client.Json;

namespace Novita;

/// <summary>A tool that the service sets up in an instance made from a template, such as Jupyter.</summary>
public sealed class TemplateTool : ResourcePart
{
    /// <summary>The tool's name, such as <c>Jupyter</c> (contract: <c>name</c>).</summary>
    public string? Name { get; set; }

    /// <summary>The description by the template's author (contract: <c>describe</c>).</summary>
    public string? Describe { get; set; }

    /// <summary>The tool's port (contract: <c>port</c>).</summary>
    public int? Port { get; set; }

    /// <summary><c>http</c> or <c>tcp</c> (contract: <c>type</c>).</summary>
    public string? Type { get; set; }

    /// <summary>Name and port: <c>Jupyter 8888/http</c>.</summary>
    public override string ToString() => $"{Name} {PortMapping.Of(Port, Type)}".Trim();

    private protected override object?[] Values => [Name, Describe, Port, Type];

    internal static Shape<TemplateTool> Shape { get; } = ShapeOf<TemplateTool>(() => new())
        .Add("name", (tool, ref reader) => tool.Name = JsonString.ReadNonEmpty(ref reader))
        .Add("describe", (tool, ref reader) => tool.Describe = JsonString.ReadNonEmpty(ref reader))
        .Add("port", (tool, ref reader) => tool.Port = JsonInt32.Read(ref reader))
        .Add("type", (tool, ref reader) => tool.Type = JsonString.ReadNonEmpty(ref reader));
}
