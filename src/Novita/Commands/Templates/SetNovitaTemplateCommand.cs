using System.Collections;
using System.Management.Automation;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Parameters;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>
/// Changes templates of the account. What is not named stays as it is; instances that were made from a template stay as they are.
/// </summary>
[Cmdlet(VerbsCommon.Set, "NovitaTemplate", SupportsShouldProcess = true)]
[OutputType(typeof(Template))]
public sealed class SetNovitaTemplateCommand : ChangeCommand<Template>
{
    private IReadOnlyList<KeyValuePair<string, string>>? _variables;

    /// <summary>The new name, up to 255 characters. It need not be unique.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>The container image, up to 500 characters.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ImageUrl { get; set; }

    /// <summary>The registry credential to pull the image with, or its id; an empty text for none.</summary>
    [Parameter]
    [AllowEmptyString]
    [ResourceId(typeof(RegistryCredential))]
    [ArgumentCompleter(typeof(NounIdCompleter<RegistryCredential>))]
    public string? ImageAuthId { get; set; }

    /// <summary>The start command, up to 2047 characters; an empty text for none.</summary>
    [Parameter]
    public string? Command { get; set; }

    /// <summary>The entrypoint, up to 2047 characters; an empty text for none.</summary>
    [Parameter]
    public string? Entrypoint { get; set; }

    /// <summary>The size of the root disk in GB, 1 to 6144. Instances get 10 GB at least.</summary>
    [Parameter]
    public int? RootfsSize { get; set; }

    /// <summary>
    /// All ports that the template shall open, such as <c>8888/http, 22/tcp</c>; 15 at most. An empty list opens no port.
    /// </summary>
    [Parameter]
    [AllowEmptyCollection]
    [PortArgument]
    public PortMapping[]? Port { get; set; }

    /// <summary>All environment variables that the template shall have, 100 at most. An empty table leaves it without any.</summary>
    [Parameter]
    [VariableArgument]
    public IDictionary? EnvironmentVariable { get; set; }

    /// <summary>The oldest CUDA that will do, such as <c>11.8</c>; an empty text for any.</summary>
    [Parameter]
    public string? MinCudaVersion { get; set; }

    /// <summary>What the template is for and how to use it, up to 102400 characters of Markdown; an empty text for none.</summary>
    [Parameter]
    public string? Readme { get; set; }

    private protected override string ActionDescription => $"Change {string.Join(", ", Given)}";

    private protected override bool ChangesProperties => true;

    private IEnumerable<string> Given =>
        from setting in new[]
        {
            nameof(Name), nameof(ImageUrl), nameof(ImageAuthId), nameof(Command), nameof(Entrypoint),
            nameof(RootfsSize), nameof(Port), nameof(EnvironmentVariable), nameof(MinCudaVersion), nameof(Readme),
        }
        where MyInvocation.BoundParameters.ContainsKey(setting)
        select setting;

    private protected override void Check()
    {
        if (!Given.Any())
        {
            throw Limits.Invalid("There is nothing to set. Give Name, ImageUrl or another setting of the template.");
        }

        // The settings of no template are looked at here: these stand in for those that are not given.
        _variables = EnvironmentVariable is null ? null : VariableTable.Read(EnvironmentVariable);
        Change(new NewTemplate { Name = "any", ImageUrl = "any", RootfsSize = 1 }).Check();
    }

    private protected override Task<OperationResult> ChangeAsync(Target<Template> target) =>
        target.Client.EditTemplateAsync(target.Id, Change, Call);

    private protected override Task<Template> ReadAsync(Target<Template> target) => target.Client.GetTemplateAsync(target.Id, Call);

    private NewTemplate Change(NewTemplate current) => current with
    {
        Name = Name ?? current.Name,
        Readme = Readme ?? current.Readme,
        ImageUrl = ImageUrl ?? current.ImageUrl,
        ImageAuthId = ImageAuthId ?? current.ImageAuthId,
        Command = Command ?? current.Command,
        Entrypoint = Entrypoint ?? current.Entrypoint,
        RootfsSize = RootfsSize ?? current.RootfsSize,
        Ports = Port ?? current.Ports,
        Variables = _variables ?? current.Variables,
        MinCudaVersion = MinCudaVersion ?? current.MinCudaVersion,
    };
}
