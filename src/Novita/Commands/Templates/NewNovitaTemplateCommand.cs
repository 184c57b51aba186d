using System.Collections;
using System.Management.Automation;
using Novita.Client;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Parameters;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Creates a template, from parameters or from an instance, and writes it as the service shows it.</summary>
[Cmdlet(VerbsCommon.New, "NovitaTemplate", DefaultParameterSetName = ImageSet, SupportsShouldProcess = true)]
[OutputType(typeof(Template))]
public sealed class NewNovitaTemplateCommand : NewCommand<Template>
{
    private const string ImageSet = "Image";
    private const string InstanceSet = "Instance";

    private NewTemplate? _template;

    /// <summary>The name, up to 255 characters. It need not be unique.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>
    /// An instance, or its id: image, settings, ports and variables come from it where they are not given. Ports are merged by number,
    /// variables by name.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = InstanceSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NounIdCompleter<Instance>))]
    public ResourceReference? FromInstance { get; set; }

    /// <summary>The container image, up to 500 characters.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ImageSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    [ValidateNotNullOrEmpty]
    public string? ImageUrl { get; set; }

    /// <summary>The size of the root disk in GB, 1 to 6144. Instances get 10 GB at least.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ImageSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    public int? RootfsSize { get; set; }

    /// <summary>The registry credential to pull the image with, or its id.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ResourceId(typeof(RegistryCredential))]
    [ArgumentCompleter(typeof(NounIdCompleter<RegistryCredential>))]
    public string? ImageAuthId { get; set; }

    /// <summary>The start command, up to 2047 characters.</summary>
    [Parameter]
    public string? Command { get; set; }

    /// <summary>The entrypoint, up to 2047 characters.</summary>
    [Parameter]
    public string? Entrypoint { get; set; }

    /// <summary>Ports to open, such as <c>8888/http, 22/tcp</c>; 15 at most, and 2222 to 2224 are the service's.</summary>
    [Parameter]
    [ValidateNotNull]
    [PortArgument]
    public PortMapping[] Port { get; set; } = [];

    /// <summary>Environment variables, 100 at most. The service shows their values to whoever has the account's key.</summary>
    [Parameter]
    [VariableArgument]
    [ValidateNotNull]
    public IDictionary? EnvironmentVariable { get; set; }

    /// <summary>The oldest CUDA that will do, such as <c>11.8</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MinCudaVersion { get; set; }

    /// <summary>What the template is for and how to use it, up to 102400 characters of Markdown.</summary>
    [Parameter]
    public string? Readme { get; set; }

    /// <summary>Takes what is too much: PowerShell's own message would quote it, and it may be a secret.</summary>
    [Parameter(ValueFromRemainingArguments = true, DontShow = true)]
    public object[]? Remaining { get; set; }

    private protected override string Description => $"{_template}";

    private protected override string LookFirst => LookByName(Name, " -Exact -All");

    private protected override IReadOnlyList<NovitaSession> FindSessions() => FindSessions<Instance>(FromInstance);

    private protected override void Check()
    {
        StrayArguments.Refuse("New-NovitaTemplate", Remaining, "-Name web -ImageUrl ubuntu:24.04 -RootfsSize 60");
        _template = new NewTemplate
        {
            Name = Name,
            Readme = Readme,
            ImageUrl = ImageUrl,
            ImageAuthId = ImageAuthId,
            Command = Command,
            Entrypoint = Entrypoint,
            RootfsSize = RootfsSize,
            Ports = Port,
            Variables = VariableTable.Read(EnvironmentVariable),
            MinCudaVersion = MinCudaVersion,
        };

        // An image and a size stand in for those of the instance, which are not yet known.
        (FromInstance is null ? _template : _template with { ImageUrl = ImageUrl ?? "any", RootfsSize = RootfsSize ?? 1 }).Check();
    }

    private protected override void Prepare(NovitaSession session)
    {
        if (FromInstance is not null)
        {
            _template = _template!.Over(Await(() => session.Client.GetInstanceAsync(FromInstance.Id, Call)));
            _template.Check();
        }
    }

    private protected override Task<string> CreateAsync(NovitaClient client) => client.CreateTemplateAsync(_template!, Call);

    private protected override Task<Template> ReadAsync(Target<Template> target) => target.Client.GetTemplateAsync(target.Id, Call);
}
