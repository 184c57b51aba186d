using Novita.Client.Json;

namespace Novita;

/// <summary>A template: an image and settings for new instances.</summary>
public sealed class Template : Resource
{
    /// <summary>The template's id (contract: <c>Id</c>).</summary>
    public override string Id { get; set; } = "";

    /// <summary>The template's name; not unique (contract: <c>name</c>).</summary>
    public string Name { get; set; } = "";

    /// <summary><c>official</c>, <c>community</c> or <c>private</c> (contract: <c>channel</c>).</summary>
    public string? Channel { get; set; }

    /// <summary>The template's type: <c>instance</c> (contract: <c>type</c>).</summary>
    public string? Type { get; set; }

    /// <summary>The container image (contract: <c>image</c>).</summary>
    public string? Image { get; set; }

    /// <summary>The id of the registry credential used to pull the image (contract: <c>imageAuth</c>).</summary>
    public string? ImageAuth { get; set; }

    /// <summary>The container's start command (contract: <c>startCommand</c>).</summary>
    public string? StartCommand { get; set; }

    /// <summary>The container's entrypoint (contract: <c>entrypoint</c>).</summary>
    public string? Entrypoint { get; set; }

    /// <summary>Size of the root file system in GB (contract: <c>rootfsSize</c>).</summary>
    public int? RootfsSize { get; set; }

    /// <summary>The ports to open (contract: <c>ports</c>, in groups by type). Never null.</summary>
    public DisplayList<PortMapping> Ports { get => field ??= []; set; }

    /// <summary>
    /// The environment variables (contract: <c>envs</c>). Never null. The values may be secrets: the text of the list has the names only.
    /// </summary>
    public DisplayList<EnvironmentVariable> Envs { get => field ??= []; set; }

    /// <summary>The tools that the service sets up (contract: <c>tools</c>). Never null.</summary>
    public DisplayList<TemplateTool> Tools { get => field ??= []; set; }

    /// <summary>The minimum CUDA version (contract: <c>minCudaVersion</c>).</summary>
    public string? MinCudaVersion { get; set; }

    /// <summary>The author's description, text from outside (contract: <c>readme</c>).</summary>
    public string? Readme { get; set; }

    /// <summary>The time of creation, in local time (contract: <c>createdAt</c>, <c>createTime</c> earlier).</summary>
    public DateTime? CreatedAt { get; set; }

    internal override string? Label => Name;

    internal override string? Note => Image;

    internal static Shape<Template> Shape { get; } = ShapeOf<Template>(() => new())
        .Add("Id", (template, ref reader) => template.Id = JsonString.Read(ref reader) ?? "")
        .Add("name", (template, ref reader) => template.Name = JsonString.Read(ref reader) ?? "")
        .Add("readme", (template, ref reader) => template.Readme = JsonString.ReadNonEmpty(ref reader))
        .Add("type", (template, ref reader) => template.Type = JsonString.ReadNonEmpty(ref reader))
        .Add("channel", (template, ref reader) => template.Channel = JsonString.ReadNonEmpty(ref reader))
        .Add("image", (template, ref reader) => template.Image = JsonString.ReadNonEmpty(ref reader))
        .Add("imageAuth", (template, ref reader) => template.ImageAuth = JsonString.ReadNonEmpty(ref reader))
        .Add("startCommand", (template, ref reader) => template.StartCommand = JsonString.ReadNonEmpty(ref reader))
        .Add("entrypoint", (template, ref reader) => template.Entrypoint = JsonString.ReadNonEmpty(ref reader))
        .Add("rootfsSize", (template, ref reader) => template.RootfsSize = JsonInt32.Read(ref reader))
        .Add("ports", (template, ref reader) => template.Ports = PortGroup.Read(ref reader))
        .Add("envs", (template, ref reader) => template.Envs = EnvironmentVariable.Shape.ReadDisplayList(ref reader))
        .Add("tools", (template, ref reader) => template.Tools = TemplateTool.Shape.ReadDisplayList(ref reader))
        .Add("createdAt", (template, ref reader) => template.CreatedAt = JsonTime.Read(ref reader) ?? template.CreatedAt)
        .Add("minCudaVersion", (template, ref reader) => template.MinCudaVersion = JsonString.ReadNonEmpty(ref reader))
        .Add("createTime", (template, ref reader) => template.CreatedAt ??= JsonTime.Read(ref reader));
}
