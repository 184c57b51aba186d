using Novita.Client.Json;

namespace Novita.Client.Requests;

/// <summary>
/// A template to create, or the new settings of a template (<c>POST /template/create</c>, <c>POST /template/update</c>). A null value is
/// not sent.
/// </summary>
public sealed record NewTemplate
{
    private const int MaxReadme = 102_400;

    /// <summary>The name, 1 to 255 characters; need not be unique.</summary>
    public string? Name { get; init; }

    /// <summary>The description, up to 102400 characters.</summary>
    public string? Readme { get; init; }

    /// <summary>The container image, 1 to 500 characters.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>The id of the registry credential to pull the image with, up to 255 characters.</summary>
    public string? ImageAuthId { get; init; }

    /// <summary>The start command, up to 2047 characters.</summary>
    public string? Command { get; init; }

    /// <summary>The entrypoint, up to 2047 characters.</summary>
    public string? Entrypoint { get; init; }

    /// <summary>Size of the root disk in GB, 1 to 6144; instances get 10 at least.</summary>
    public int? RootfsSize { get; init; }

    /// <summary>The ports to open, 15 at most.</summary>
    public IReadOnlyList<PortMapping> Ports { get; init; } = [];

    /// <summary>The environment variables, 100 at most.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; } = [];

    /// <summary>The minimum CUDA version, up to 255 characters.</summary>
    public string? MinCudaVersion { get; init; }

    /// <summary>Returns the current settings of a template.</summary>
    public static NewTemplate From(Template template) => new()
    {
        Name = template.Name,
        Readme = template.Readme,
        ImageUrl = template.Image,
        ImageAuthId = template.ImageAuth,
        Command = template.StartCommand,
        Entrypoint = template.Entrypoint,
        RootfsSize = template.RootfsSize,
        Ports = template.Ports,
        Variables = [.. ContainerSettings.Pairs(template.Envs)],
        MinCudaVersion = template.MinCudaVersion,
    };

    /// <summary>Adds the settings of an instance. Ports and variables are merged; settings of this template win.</summary>
    public NewTemplate Over(Instance instance) => this with
    {
        ImageUrl = ImageUrl ?? instance.ImageUrl,
        ImageAuthId = ImageAuthId ?? NonEmpty(instance.ImageAuthId),
        Command = Command ?? NonEmpty(instance.Command),
        Entrypoint = Entrypoint ?? NonEmpty(instance.Entrypoint),
        RootfsSize = RootfsSize ?? instance.RootfsSize,
        Ports = ContainerSettings.Ports(instance.PortMappings, Ports),
        Variables = ContainerSettings.Variables(instance.Envs, Variables),
    };

    /// <summary>Name and image. The text of a record would have the variables too.</summary>
    public override string ToString() => $"template '{Name}' with image {ImageUrl}";

    /// <summary>Checks every limit of the contract.</summary>
    /// <exception cref="NovitaException">A limit is broken (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public void Check()
    {
        Limits.Length(nameof(Name), Name, 1, 255);
        Limits.Length(nameof(Readme), Readme, 0, MaxReadme);
        Limits.Length(nameof(ImageUrl), ImageUrl, 1, 500);
        Limits.Length(nameof(ImageAuthId), ImageAuthId, 0, 255);
        Limits.Length(nameof(Command), Command, 0, 2047);
        Limits.Length(nameof(Entrypoint), Entrypoint, 0, 2047);
        Limits.Length(nameof(MinCudaVersion), MinCudaVersion, 0, 255);
        if (RootfsSize is null)
        {
            throw Limits.Invalid("RootfsSize is missing. A template needs the size of the root disk in GB.");
        }

        Limits.Range(nameof(RootfsSize), RootfsSize, 1, InstanceLimits.MaxRootfsSize);
        InstanceLimits.Ports(Ports);
        InstanceLimits.Variables(Variables);
    }

    /// <summary>Returns the body of the request.</summary>
    /// <param name="id">The template to change; null for a new template.</param>
    internal RequestBody ToBody(string? id = null) => new RequestBody().Add("template", template => template
        .Add("Id", id)
        .Add("name", Name)
        .Add("readme", Readme)
        .Add("type", "instance")
        .Add("channel", TemplateChannel.Private)
        .Add("image", ImageUrl)
        .Add("imageAuth", ImageAuthId)
        .Add("startCommand", Command)
        .Add("entrypoint", Entrypoint)
        .Add("rootfsSize", RootfsSize)
        .Add("ports", PortGroup.Of(Ports), (body, group) => body.Add("type", group.Type).Add("ports", group.Ports))
        .Add("envs", Variables, InstanceLimits.WriteVariable)
        .Add("minCudaVersion", MinCudaVersion));

    private static string? NonEmpty(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
