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

/// <summary>Creates a GPU or CPU instance and writes it. The instance is billed from the time its image is pulled.</summary>
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

    /// <summary>Sets the name, up to 255 characters. A name need not be unique, but a unique name is easier to use.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <summary>
    /// Rents this product: its id, such as <c>4090.16c62g</c>, or a product of Get-NovitaProduct. An instance of a product object is
    /// created in the session that the product was read through.
    /// </summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProductIdCompleter))]
    public ResourceReference? ProductId { get; set; }

    /// <summary>
    /// Takes the settings that are not given from this template, given as an object or by id: image, registry credential, command,
    /// entrypoint, ports, variables, root disk and CUDA version. Ports are merged by number and variables by name; parameters win.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = GpuTemplateSet)]
    [Parameter(Mandatory = true, ParameterSetName = CpuTemplateSet)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NounIdCompleter<Template>))]
    public ResourceReference? Template { get; set; }

    /// <summary>Sets the container image, up to 500 characters.</summary>
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

    /// <summary>Sets the number of GPUs, 1 to 8.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GpuSet)]
    [Parameter(Mandatory = true, ParameterSetName = GpuTemplateSet)]
    public int? GpuNum { get; set; }

    /// <summary>Sets the size of the root disk in GB, 10 to 6144. The product may allow less.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GpuSet)]
    [Parameter(ParameterSetName = GpuTemplateSet)]
    public int? RootfsSize { get; set; }

    /// <summary>Sets the user and the password for the registry of the image. The password is never shown.</summary>
    [Parameter]
    [Unquoted(typeof(PSCredential), "Give a credential with the user and the password, as Get-Credential makes one.")]
    [ValidateNotNull]
    public PSCredential? ImageCredential { get; set; }

    /// <summary>Uses a registry credential that the service stores, given as an object or by id.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ResourceId(typeof(RegistryCredential))]
    [ArgumentCompleter(typeof(NounIdCompleter<RegistryCredential>))]
    public string? ImageAuthId { get; set; }

    /// <summary>
    /// Opens these ports, each with its type, such as <c>8888/http, 22/tcp</c>. The numbers are 1 to 65535 without 2222 to 2224. At most 15
    /// ports are allowed, including the port of the notebook.
    /// </summary>
    [Parameter]
    [PortArgument]
    [ValidateNotNull]
    public PortMapping[] Port { get; set; } = [];

    /// <summary>Starts a Jupyter notebook on this port.</summary>
    [Parameter]
    public int? JupyterPort { get; set; }

    /// <summary>Sets environment variables as a hashtable, at most 100. A name has up to 511 characters, a value up to 4095.</summary>
    [Parameter]
    [VariableArgument]
    [ValidateNotNull]
    public IDictionary? EnvironmentVariable { get; set; }

    /// <summary>Sets the start command, up to 2047 characters.</summary>
    [Parameter]
    public string? Command { get; set; }

    /// <summary>Sets the entrypoint, up to 2047 characters.</summary>
    [Parameter]
    public string? Entrypoint { get; set; }

    /// <summary>Runs the instance in the cluster with this id. By default the service chooses a cluster.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ClusterIdCompleter))]
    public string? ClusterId { get; set; }

    /// <summary>
    /// Mounts network storage, at most 30: texts such as <c>id=/mountpoint</c>, network storage objects, or the volumes of another
    /// instance. The default mount point is <c>/network</c>.
    /// </summary>
    [Parameter]
    [StorageArgument]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(NounIdCompleter<NetworkStorage>))]
    public NetworkStorageMount[] NetworkStorage { get; set; } = [];

    /// <summary>Joins a network (VPC), given as an object or by id.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ResourceId(typeof(Network))]
    [ArgumentCompleter(typeof(NounIdCompleter<Network>))]
    public string? NetworkId { get; set; }

    /// <summary>Sets the mount point of the local storage of a CPU instance. The default is <c>/workspace</c>.</summary>
    [Parameter(ParameterSetName = CpuSet)]
    [Parameter(ParameterSetName = CpuTemplateSet)]
    [ValidateNotNullOrEmpty]
    public string? LocalStorageMountPoint { get; set; }

    /// <summary>
    /// Sets the billing mode: <c>onDemand</c>, <c>monthly</c> or <c>spot</c>. The default of the service is <c>onDemand</c>.
    /// </summary>
    [Parameter(ParameterSetName = GpuSet)]
    [Parameter(ParameterSetName = GpuTemplateSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KnownValueCompleter<BillingMode>))]
    public string? BillingMode { get; set; }

    /// <summary>Buys a subscription of this many months, which are paid at once. 0 is pay-as-you-go.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    [Parameter(ParameterSetName = GpuTemplateSet)]
    public int? Month { get; set; }

    /// <summary>Renews the subscription automatically.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    [Parameter(ParameterSetName = GpuTemplateSet)]
    public SwitchParameter AutoRenew { get; set; }

    /// <summary>Sets for how many months the subscription is renewed each time, 1 to 12.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    [Parameter(ParameterSetName = GpuTemplateSet)]
    public int? AutoRenewMonth { get; set; }

    /// <summary>Sets the lowest CUDA version, such as <c>11.8</c>.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    [Parameter(ParameterSetName = GpuTemplateSet)]
    [ValidateNotNullOrEmpty]
    public string? MinCudaVersion { get; set; }

    /// <summary>Waits until the instance is running before it is written.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>
    /// With <see cref="Wait"/>, limits the wait, in seconds. An instance that is not running by then is the error <c>WaitTimedOut</c>.
    /// </summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int TimeoutSec { get; set; } = DefaultTimeoutSec;

    /// <summary>With <see cref="Wait"/>, sets the time between two looks at the instance, in seconds.</summary>
    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int IntervalSec { get; set; } = DefaultIntervalSec;

    /// <summary>
    /// Not for use. Receives arguments that belong to no parameter. The error for such an argument does not quote it, because it may be a
    /// secret.
    /// </summary>
    [Parameter(ValueFromRemainingArguments = true, DontShow = true)]
    public object[]? Remaining { get; set; }

    private protected override string Description => $"{_instance}";

    private protected override string ActionDescription =>
        $"Create, and {DescribeBill(_session!, FindRateAsync, _instance!.Month)}";

    private protected override string RetryAdvice => Name is null
        ? "Look with Get-NovitaInstance -First 10, which lists the newest first, before you try again."
        : LookByName(Name, " -Exact -All");

    private protected override void Process()
    {
        StrayArguments.Refuse("New-NovitaInstance", Remaining, "-Name web -ProductId 4090.16c62g");
        _products.Add(ProductId!);
    }

    // Not in Process, because only the end of the pipeline shows that there is one product.
    private protected override void End()
    {
        if (_products.Count > 1)
        {
            throw Limits.Invalid(
                $"{_products.Count} products were given, but one instance needs one product. Choose with Select-Object -First 1.");
        }

        if (_products.Count == 1)
        {
            RequireProduct(_products[0]);
            Create();
        }
    }

    // A template belongs to one account; the products are the same in every account.
    private protected override IReadOnlyList<NovitaSession> FindSessions() =>
        Template is null ? FindSessions<Product>(_products[0]) : FindSessions<Template>(Template);

    private protected override void Check()
    {
        _instance = ReadParameters(_products[0].Id);

        // The image of the template is not known yet: any text passes the check.
        var complete = Template is null ? _instance : _instance with { ImageUrl = ImageUrl ?? "any" };
        complete.Check();
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

    private protected override bool WaitUntilReady(Target<Instance> created)
    {
        var isReady = !Wait;
        if (Wait)
        {
            WaitFor([created], new InstanceGoal([InstanceOperation.Start.Goal]), IntervalSec, TimeoutSec, (_, _) => isReady = true);
        }

        return isReady;
    }

    private Task<Rate?> FindRateAsync(CallContext call) => PriceList.FindAsync(_session!.Client, _instance!, call);

    /// <summary>Checks that an object is a product, with or without GPUs as the instance needs it.</summary>
    /// <exception cref="NovitaException">The object is something else.</exception>
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
        ImageAuth = ImageCredential is { } credential
            ? NewInstance.JoinImageAuth(credential.UserName, credential.GetNetworkCredential().Password)
            : null,
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
