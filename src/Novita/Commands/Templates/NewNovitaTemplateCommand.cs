using System.Collections;
using System.Management.Automation;
using Novita.Client;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Parameters;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Creates a template from parameters or from an instance, and writes it.</summary>
[Cmdlet(VerbsCommon.New, "NovitaTemplate", DefaultParameterSetName = ImageSet, SupportsShouldProcess = true)]
[OutputType(typeof(Template))]
public sealed class NewNovitaTemplateCommand : NewCommand<Template>
{
    private const string ImageSet = "Image";
    private const string InstanceSet = "Instance";

    private NewTemplate? _template;

    /// <summary>Sets the name, up to 255 characters. A name need not be unique.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>
    /// Takes the settings that are not given from this instance, given as an object or by id. Ports are merged by number and variables by
    /// name; parameters win.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = InstanceSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NounIdCompleter<Instance>))]
    public ResourceReference? FromInstance { get; set; }

    /// <summary>Sets the container image, up to 500 characters.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ImageSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    [ValidateNotNullOrEmpty]
    public string? ImageUrl { get; set; }

    /// <summary>Sets the size of the root disk in GB, 1 to 6144. Instances have at least 10 GB.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ImageSet)]
    [Parameter(ParameterSetName = InstanceSet)]
    public int? RootfsSize { get; set; }

    /// <summary>Pulls the image with this registry credential, given as an object or by id.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ResourceId(typeof(RegistryCredential))]
    [ArgumentCompleter(typeof(NounIdCompleter<RegistryCredential>))]
    public string? ImageAuthId { get; set; }

    /// <summary>Sets the start command, up to 2047 characters.</summary>
    [Parameter]
    public string? Command { get; set; }

    /// <summary>Sets the entrypoint, up to 2047 characters.</summary>
    [Parameter]
    public string? Entrypoint { get; set; }

    /// <summary>Opens these ports, such as <c>8888/http, 22/tcp</c>, at most 15. The service uses 2222 to 2224 itself.</summary>
    [Parameter]
    [ValidateNotNull]
    [PortArgument]
    public PortMapping[] Port { get; set; } = [];

    /// <summary>Sets environment variables, at most 100. Everyone with the API key of the account can read the values.</summary>
    [Parameter]
    [VariableArgument]
    [ValidateNotNull]
    public IDictionary? EnvironmentVariable { get; set; }

    /// <summary>Sets the lowest CUDA version, such as <c>11.8</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? MinCudaVersion { get; set; }

    /// <summary>Sets a description in Markdown, up to 102400 characters.</summary>
    [Parameter]
    public string? Readme { get; set; }

    /// <summary>
    /// Not for use. Receives arguments that belong to no parameter. The error for such an argument does not quote it, because it may be a
    /// secret.
    /// </summary>
    [Parameter(ValueFromRemainingArguments = true, DontShow = true)]
    public object[]? Remaining { get; set; }

    private protected override string Description => $"{_template}";

    private protected override string RetryAdvice => LookByName(Name, " -Exact -All");

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

        // The image and the size of the instance are not known yet: any valid values pass the check.
        var complete = FromInstance is null ? _template : _template with { ImageUrl = ImageUrl ?? "any", RootfsSize = RootfsSize ?? 1 };
        complete.Check();
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
