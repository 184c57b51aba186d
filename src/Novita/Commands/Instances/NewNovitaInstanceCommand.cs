using System.Collections;
using System.Management.Automation;
using Novita.Client;
using Novita.Client.Costs;
using Novita.Client.Requests;
using Novita.Client.Waiting;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Parameters;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Creates a GPU or CPU instance, which is billed once its image is pulled, and writes it as the service shows it.</summary>
[Cmdlet(VerbsCommon.New, "NovitaInstance", DefaultParameterSetName = GpuSet, SupportsShouldProcess = true,
    ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(InstanceDetail))]
public sealed class NewNovitaInstanceCommand : NewCommand<Instance>
{
    private const string GpuSet = "Gpu";
    private const string CpuSet = "Cpu";
    private const string GpuTemplateSet = "GpuTemplate";
    private const string CpuTemplateSet = "CpuTemplate";

    private readonly List<ResourceReference> _products = [];
    private NewInstance? _instance;
    private NovitaSession? _session;

    /// <summary>The instance's name, up to 255 characters. It need not be unique, but cmdlets that take a name want one that is.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>
    /// What to rent, such as <c>4090.16c62g</c>, or one product as Get-NovitaProduct writes it. The instance is then created in the
    /// session that the product was read through.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProductIdCompleter))]
    public ResourceReference? ProductId { get; set; }

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

    /// <summary>User and password for the image's registry. The password is shown nowhere.</summary>
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

    /// <summary>
    /// Ports to open, each with its type: <c>8888/http, 22/tcp</c>. From 1 to 65535, but 2222 to 2224; with the notebook 15 at most.
    /// </summary>
    [Parameter]
    [PortArgument]
    [ValidateNotNull]
    public PortMapping[] Port { get; set; } = [];

    /// <summary>The port of a Jupyter notebook that the service sets up.</summary>
    [Parameter]
    public int? JupyterPort { get; set; }

    /// <summary>Environment variables as a hashtable, 100 at most. Names have up to 511 characters, values up to 4095.</summary>
    [Parameter]
    [VariableArgument]
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

    /// <summary>
    /// Network storage to mount, 30 at most, as <c>id=/mountpoint</c>, as network storage itself, or as the volumes of another
    /// instance. Without a mount point it is <c>/network</c>.
    /// </summary>
    [Parameter]
    [StorageArgument]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NounIdCompleter<NetworkStorage>))]
    public NetworkStorageMount[] NetworkStorage { get; set; } = [];

    /// <summary>The network (VPC) to join, or its id.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ResourceId(typeof(Network))]
    [ArgumentCompleter(typeof(NounIdCompleter<Network>))]
    public string? NetworkId { get; set; }

    /// <summary>Where a CPU instance sees its local storage; <c>/workspace</c> where nothing is said.</summary>
    [Parameter(ParameterSetName = CpuSet)]
    [Parameter(ParameterSetName = CpuTemplateSet)]
    [ValidateNotNullOrEmpty]
    public string? LocalStorageMountPoint { get; set; }

    /// <summary><c>onDemand</c>, <c>monthly</c> or <c>spot</c>; the service takes <c>onDemand</c> where nothing is said.</summary>
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

    /// <summary>Waits until the instance is running, and writes it then.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>
    /// With <see cref="Wait"/>: how long to wait, in seconds. An instance that is not running by then is the error <c>WaitTimedOut</c>.
    /// </summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSec { get; set; } = DefaultTimeoutSec;

    /// <summary>With <see cref="Wait"/>: how often to look, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int IntervalSec { get; set; } = DefaultIntervalSec;

    /// <summary>
    /// Not for use: arguments that no parameter takes. They are an error that does not quote them, because one may be a secret.
    /// </summary>
    [Parameter(ValueFromRemainingArguments = true, DontShow = true)]
    public object[]? Remaining { get; set; }

    private protected override string Description => $"{_instance}";

    private protected override string ActionDescription =>
        $"Create, and {DescribeBill(_session!, FindRateAsync, _instance!.Month)}";

    private protected override string LookFirst => Name is null
        ? "Look with Get-NovitaInstance -First 10, which has the newest first, before you try again."
        : LookByName(Name, " -Exact -All");

    private protected override void Process()
    {
        StrayArguments.Refuse("New-NovitaInstance", Remaining, "-Name web -ProductId 4090.16c62g");
        _products.Add(ProductId!);
    }

    // At the end, because only then it is certain that the pipeline has one product.
    private protected override void End()
    {
        if (_products.Count > 1)
        {
            throw Limits.Invalid(
                $"{_products.Count} products were given, but one instance is created of one. Choose with Select-Object -First 1.");
        }

        if (_products.Count == 1)
        {
            RequireProduct(_products[0]);
            Create();
        }
    }

    // A template is of one account, and a product of any.
    private protected override IReadOnlyList<NovitaSession> FindSessions() =>
        Template is null ? FindSessions<Product>(_products[0]) : FindSessions<Template>(Template);

    private protected override void Check()
    {
        _instance = ReadParameters(_products[0].Id);

        // An image stands in for the template's, which is not yet known.
        (Template is null ? _instance : _instance with { ImageUrl = ImageUrl ?? "any" }).Check();
    }

    private protected override void Prepare(NovitaSession session)
    {
        _session = session;
        if (Template is not null)
        {
            _instance = _instance!.Over(Await(() => session.Client.GetTemplateAsync(Template.Id, Call)));
            _instance.Check();
        }

        foreach (var setting in _instance!.DescribeSettings())
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

    private Task<Rate?> FindRateAsync(CallContext call) => PriceList.FindAsync(_session!.Client, _instance!, call);

    /// <summary>Checks that a product is one, and of the kind that is to be created: only a product can be rented.</summary>
    /// <exception cref="NovitaException">It is something else.</exception>
    private void RequireProduct(ResourceReference product)
    {
        if (Cpu)
        {
            product.Require<CpuProduct>(nameof(CpuProduct.AvailableDeploy));
        }
        else
        {
            product.Require<Product>(nameof(Product.AvailableDeploy));
        }
    }

    private NewInstance ReadParameters(string productId) => new()
    {
        Name = Name,
        ProductId = productId,
        IsCpu = Cpu,
        GpuNum = GpuNum,
        RootfsSize = RootfsSize,
        ImageUrl = ImageUrl,
        ImageAuth = ImageCredential is null ? null : NewInstance
            .JoinImageAuth(ImageCredential.UserName, ImageCredential.GetNetworkCredential().Password),
        ImageAuthId = ImageAuthId,
        Ports = Port,
        Variables = VariableTable.Read(EnvironmentVariable),
        JupyterPort = JupyterPort,
        Command = Command,
        Entrypoint = Entrypoint,
        ClusterId = ClusterId,
        LocalStorageMountPoint = LocalStorageMountPoint,
        NetworkStorages = StorageArgumentAttribute.WithoutLocal(NetworkStorage, WriteStep),
        NetworkId = NetworkId,
        Month = Month,
        BillingMode = BillingMode,
        AutoRenew = AutoRenew ? true : null,
        AutoRenewMonth = AutoRenewMonth,
        MinCudaVersion = MinCudaVersion,
    };
}
