using System.Collections;
using System.Management.Automation;
using Novita.Client;
using Novita.Client.Requests;
using Novita.Client.Waiting;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Parameters;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Creates a GPU or CPU instance, which is billed once its image is pulled, and writes it as the service shows it.</summary>
[Cmdlet(VerbsCommon.New, "NovitaInstance", DefaultParameterSetName = GpuSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(InstanceDetail))]
public sealed class NewNovitaInstanceCommand : NewCommand<Instance>
{
    private const string GpuSet = "Gpu";
    private const string CpuSet = "Cpu";
    private const string GpuTemplateSet = "GpuTemplate";
    private const string CpuTemplateSet = "CpuTemplate";

    private NewInstance? _instance;

    /// <summary>The instance's name, up to 255 characters. It need not be unique.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>What to rent, such as <c>4090.16c62g</c>.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProductIdCompleter))]
    public string? ProductId { get; set; }

    /// <summary>
    /// A template, or its id: image, registry credential, command, entrypoint, ports, variables, root disk and CUDA come from it where
    /// they are not given. Ports are merged by number, variables by name; what is given wins.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = GpuTemplateSet)]
    [Parameter(Mandatory = true, ParameterSetName = CpuTemplateSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NounIdCompleter<Template>))]
    public ResourceReference? Template { get; set; }

    /// <summary>The container image, up to 500 characters.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GpuSet)]
    [Parameter(Mandatory = true, ParameterSetName = CpuSet)]
    [Parameter(ParameterSetName = GpuTemplateSet)]
    [Parameter(ParameterSetName = CpuTemplateSet)]
    [ValidateNotNullOrEmpty]
    public string? ImageUrl { get; set; }

    /// <summary>Creates an instance without GPUs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CpuSet)]
    [Parameter(Mandatory = true, ParameterSetName = CpuTemplateSet)]
    public SwitchParameter Cpu { get; set; }

    /// <summary>The number of GPUs, 1 to 8.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GpuSet)]
    [Parameter(Mandatory = true, ParameterSetName = GpuTemplateSet)]
    public int? GpuNum { get; set; }

    /// <summary>The size of the root disk in GB, 10 to 6144; the product may allow less.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GpuSet)]
    [Parameter(ParameterSetName = GpuTemplateSet)]
    public int? RootfsSize { get; set; }

    /// <summary>User and password for the image's registry.</summary>
    [Parameter]
    [Unquoted(typeof(PSCredential), "Give a credential with the user and the password, as Get-Credential makes one.")]
    [ValidateNotNull]
    public PSCredential? ImageCredential { get; set; }

    /// <summary>A registry credential that the service keeps, or its id.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ResourceId(typeof(RegistryCredential))]
    [ArgumentCompleter(typeof(NounIdCompleter<RegistryCredential>))]
    public string? ImageAuthId { get; set; }

    /// <summary>Ports to open, such as <c>8888/http, 22/tcp</c>; 15 at most, 2222 to 2224 are taken.</summary>
    [Parameter]
    [ValidateNotNull]
    public PortMapping[] Port { get; set; } = [];

    /// <summary>The port of a Jupyter notebook that the service sets up.</summary>
    [Parameter]
    public int? JupyterPort { get; set; }

    /// <summary>Environment variables, 100 at most.</summary>
    [Parameter]
    [Unquoted(typeof(IDictionary), VariableTable.Advice)]
    [ValidateNotNull]
    public IDictionary? EnvironmentVariable { get; set; }

    /// <summary>The start command, up to 2047 characters.</summary>
    [Parameter]
    public string? Command { get; set; }

    /// <summary>The entrypoint, up to 2047 characters.</summary>
    [Parameter]
    public string? Entrypoint { get; set; }

    /// <summary>The cluster it must run in; without it, any.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClusterIdCompleter))]
    public string? ClusterId { get; set; }

    /// <summary>Network storage to mount, as <c>id=/mountpoint</c>, network storage itself, or the volumes of another instance; 30 at most.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NounIdCompleter<NetworkStorage>))]
    public NetworkStorageMount[] NetworkStorage { get; set; } = [];

    /// <summary>The network (VPC) to join, or its id.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ResourceId(typeof(Network))]
    [ArgumentCompleter(typeof(NounIdCompleter<Network>))]
    public string? NetworkId { get; set; }

    /// <summary>Where the instance sees its local storage.</summary>
    [Parameter(ParameterSetName = CpuSet)]
    [Parameter(ParameterSetName = CpuTemplateSet)]
    [ValidateNotNullOrEmpty]
    public string? LocalStorageMountPoint { get; set; }

    /// <summary><c>onDemand</c>, <c>monthly</c> or <c>spot</c>.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    [Parameter(ParameterSetName = GpuTemplateSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KnownValueCompleter<BillingMode>))]
    public string? BillingMode { get; set; }

    /// <summary>Months to subscribe for, which are paid at once; 0 is pay-as-you-go.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    [Parameter(ParameterSetName = GpuTemplateSet)]
    public int? Month { get; set; }

    /// <summary>Lets the subscription renew itself.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    [Parameter(ParameterSetName = GpuTemplateSet)]
    public SwitchParameter AutoRenew { get; set; }

    /// <summary>For how many months it renews itself, 1 to 12.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    [Parameter(ParameterSetName = GpuTemplateSet)]
    public int? AutoRenewMonth { get; set; }

    /// <summary>The oldest CUDA that will do, such as <c>11.8</c>.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    [Parameter(ParameterSetName = GpuTemplateSet)]
    [ValidateNotNullOrEmpty]
    public string? MinCudaVersion { get; set; }

    /// <summary>Waits until the instance is running.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>With <see cref="Wait"/>: how long to wait, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSec { get; set; } = DefaultTimeoutSec;

    /// <summary>With <see cref="Wait"/>: how often to look, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int IntervalSec { get; set; } = DefaultIntervalSec;

    /// <summary>Takes what is too much: PowerShell's own message would quote it, and it may be a secret.</summary>
    [Parameter(ValueFromRemainingArguments = true, DontShow = true)]
    public object[]? Remaining { get; set; }

    private protected override string Description => $"{_instance}";

    private protected override string ActionDescription => "Create, and bill";

    private protected override string LookFirst => Name is null
        ? "Look with Get-NovitaInstance -First 10, which has the newest first, before you try again."
        : LookByName(Name, " -Exact -All");

    private protected override IReadOnlyList<NovitaSession> FindSessions() => FindSessions<Template>(Template);

    private protected override void Prepare(NovitaSession session)
    {
        StrayArguments.Refuse("New-NovitaInstance", Remaining, "-Name web -ProductId 4090.16c62g");
        _instance = ReadParameters();
        if (Template is not null)
        {
            // What is given is checked before anything is asked for; this image stands in for the template's.
            (_instance with { ImageUrl = ImageUrl ?? "any" }).Check();
            _instance = _instance.Over(Await(() => session.Client.GetTemplateAsync(Template.Id, Call)));
        }

        _instance.Check();
        foreach (var setting in _instance.DescribeSettings())
        {
            WriteStep(setting);
        }
    }

    private protected override Task<string> CreateAsync(NovitaClient client) => client.CreateInstanceAsync(_instance!, Call);

    private protected override async Task<Instance> ReadAsync(Target<Instance> target) =>
        await target.Client.GetInstanceAsync(target.Id, Call).ConfigureAwait(false);

    private protected override bool Arrives(Target<Instance> created)
    {
        var hasArrived = !Wait;
        if (Wait)
        {
            WaitFor([created], new InstanceGoal([InstanceOperation.Start.Goal]), IntervalSec, TimeoutSec, (_, _) => hasArrived = true);
        }

        return hasArrived;
    }

    private NewInstance ReadParameters() => new()
    {
        Name = Name,
        ProductId = ProductId,
        IsCpu = Cpu,
        GpuNum = GpuNum,
        RootfsSize = RootfsSize,
        ImageUrl = ImageUrl,
        ImageAuth = ImageCredential is null ? null : NewInstance.JoinImageAuth(ImageCredential.UserName, ImageCredential.GetNetworkCredential().Password),
        ImageAuthId = ImageAuthId,
        Ports = Port,
        Variables = VariableTable.Read(EnvironmentVariable),
        JupyterPort = JupyterPort,
        Command = Command,
        Entrypoint = Entrypoint,
        ClusterId = ClusterId,
        LocalStorageMountPoint = LocalStorageMountPoint,
        NetworkStorages = NetworkStorage,
        NetworkId = NetworkId,
        Month = Month,
        BillingMode = BillingMode,
        AutoRenew = AutoRenew ? true : null,
        AutoRenewMonth = AutoRenewMonth,
        MinCudaVersion = MinCudaVersion,
    };
}
