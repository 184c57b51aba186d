using System.Collections;
using System.Management.Automation;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Parameters;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Changes templates of the account. Settings that are not given do not change, and existing instances do not change.</summary>
[Cmdlet(VerbsCommon.Set, "NovitaTemplate", SupportsShouldProcess = true)]
[OutputType(typeof(Template))]
public sealed class SetNovitaTemplateCommand : ChangeCommand<Template>
{
    private IReadOnlyList<KeyValuePair<string, string>>? _variables;

    /// <summary>Sets the new name, up to 255 characters. A name need not be unique.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>Sets the container image, up to 500 characters.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ImageUrl { get; set; }

    /// <summary>Pulls the image with this registry credential, given as an object or by id. An empty text removes the credential.</summary>
    [Parameter]
    [AllowEmptyString]
    [ResourceId(typeof(RegistryCredential))]
    [ArgumentCompleter(typeof(NounIdCompleter<RegistryCredential>))]
    public string? ImageAuthId { get; set; }

    /// <summary>Sets the start command, up to 2047 characters. An empty text removes the command.</summary>
    [Parameter]
    public string? Command { get; set; }

    /// <summary>Sets the entrypoint, up to 2047 characters. An empty text removes the entrypoint.</summary>
    [Parameter]
    public string? Entrypoint { get; set; }

    /// <summary>Sets the size of the root disk in GB, 1 to 6144. Instances have at least 10 GB.</summary>
    [Parameter]
    public int? RootfsSize { get; set; }

    /// <summary>
    /// Sets all ports, such as <c>8888/http, 22/tcp</c>, at most 15. Every other port is removed, and an empty list removes all ports.
    /// </summary>
    [Parameter]
    [AllowEmptyCollection]
    [PortArgument]
    public PortMapping[]? Port { get; set; }

    /// <summary>
    /// Sets all environment variables, at most 100. Every other variable is removed, and <c>@{}</c> removes all variables.
    /// </summary>
    [Parameter]
    [VariableArgument]
    public IDictionary? EnvironmentVariable { get; set; }

    /// <summary>Sets the lowest CUDA version, such as <c>11.8</c>. An empty text allows every version.</summary>
    [Parameter]
    public string? MinCudaVersion { get; set; }

    /// <summary>Sets the description in Markdown, up to 102400 characters. An empty text removes the description.</summary>
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

        // The settings of the template are not known yet: any valid values pass the check.
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
