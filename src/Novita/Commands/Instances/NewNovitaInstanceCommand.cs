using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Novita.Client.Costs;
using Novita.Client.Requests;
using Novita.Client.Waiting;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Errors;
using Novita.Parameters;
using Novita.Sessions;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Creates a GPU or CPU instance, which is billed once its image is pulled, and writes it as the service shows it.</summary>
[Cmdlet(VerbsCommon.New, "NovitaInstance", DefaultParameterSetName = GpuSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(InstanceDetail))]
public sealed class NewNovitaInstanceCommand : ConnectedCommand
{
    private const string GpuSet = "Gpu";
    private const string CpuSet = "Cpu";

    private readonly List<ResourceReference> _products = [];

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

    /// <summary>The container image, up to 500 characters.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string? ImageUrl { get; set; }

    /// <summary>Creates an instance without GPUs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CpuSet)]
    public SwitchParameter Cpu { get; set; }

    /// <summary>The number of GPUs, 1 to 8.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GpuSet)]
    public int? GpuNum { get; set; }

    /// <summary>The size of the root disk in GB, 10 to 6144; the product may allow less.</summary>
    [Parameter(Mandatory = true, ParameterSetName = GpuSet)]
    public int? RootfsSize { get; set; }

    /// <summary>User and password for the image's registry. The password is shown nowhere.</summary>
    [Parameter]
    [Unquoted(typeof(PSCredential), "Give a credential with the user and the password, as Get-Credential makes one.")]
    [ValidateNotNull]
    public PSCredential? ImageCredential { get; set; }

    /// <summary>The id of a registry credential that the service keeps.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
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
    /// Network storage to mount, 30 at most, as <c>id=/mountpoint</c> or as the volumes of another instance. Without a mount point it
    /// is <c>/network</c>.
    /// </summary>
    [Parameter]
    [StorageArgument]
    [ValidateNotNull]
    public NetworkStorageMount[] NetworkStorage { get; set; } = [];

    /// <summary>The VPC to join.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? NetworkId { get; set; }

    /// <summary>Where a CPU instance sees its local storage; <c>/workspace</c> where nothing is said.</summary>
    [Parameter(ParameterSetName = CpuSet)]
    [ValidateNotNullOrEmpty]
    public string? LocalStorageMountPoint { get; set; }

    /// <summary><c>onDemand</c>, <c>monthly</c> or <c>spot</c>; the service takes <c>onDemand</c> where nothing is said.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KnownValueCompleter<BillingMode>))]
    public string? BillingMode { get; set; }

    /// <summary>Months to subscribe for, which are paid at once; 0 is pay-as-you-go.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    public int? Month { get; set; }

    /// <summary>Lets the subscription renew itself.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    public SwitchParameter AutoRenew { get; set; }

    /// <summary>For how many months it renews itself, 1 to 12.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    public int? AutoRenewMonth { get; set; }

    /// <summary>The oldest CUDA that will do, such as <c>11.8</c>.</summary>
    [Parameter(ParameterSetName = GpuSet)]
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

    private string LookFirst => Name is null
        ? "Look with Get-NovitaInstance -First 10, which has the newest first, before you try again."
        : $"Look with Get-NovitaInstance -Name '{CodeGeneration.EscapeSingleQuotedStringContent(Name)}' -Exact -All before you try again.";

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
            throw Limits.Invalid($"{_products.Count} products were given, but one instance is created of one. Choose with Select-Object -First 1.");
        }

        if (_products.Count == 1)
        {
            Create(_products[0]);
        }
    }

    private void Create(ResourceReference product)
    {
        RequireProduct(product);
        var instance = ReadParameters(product.Id);
        instance.Check();
        var session = ResolveSession(product);
        if (!ShouldProcess(
            $"{instance}",
            $"Create, and {DescribeBill(session, call => PriceList.FindAsync(session.Client, instance, call), instance.Month > 0 ? instance.Month : null)}"))
        {
            return;
        }

        var created = new Target<Instance>(session, Create(session, instance));
        try
        {
            if (!Wait || Arrives(created))
            {
                WriteObject(created.Session.Stamp(Await(() => created.Client.GetInstanceAsync(created.Id, Call))));
            }
        }
        catch (NovitaException error)
        {
            // It is there by now, and billed: whatever fails must tell its id.
            WriteError(new NovitaException(error.Kind, $"The instance was created with the id '{created.Id}', but could not be read back. {error.Message}", error).ToErrorRecord(created.Id));
        }
    }

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

    private NovitaSession ResolveSession(ResourceReference product)
    {
        if (Session is null && product.FindSession<Product>(new SessionFactory(this)) is { } own)
        {
            return own;
        }

        return ResolveSessions() is [var session] ? session : throw Limits.Invalid("An instance is created in one session. Name one with -Session.");
    }

    private NewInstance ReadParameters(string productId) => new()
    {
        Name = Name,
        ProductId = productId,
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
        NetworkStorages = StorageArgumentAttribute.WithoutLocal(NetworkStorage, WriteStep),
        NetworkId = NetworkId,
        Month = Month,
        BillingMode = BillingMode,
        AutoRenew = AutoRenew ? true : null,
        AutoRenewMonth = AutoRenewMonth,
        MinCudaVersion = MinCudaVersion,
    };

    private string Create(NovitaSession session, NewInstance instance)
    {
        try
        {
            return Await(() => session.Client.CreateInstanceAsync(instance, Call));
        }
        catch (NovitaException error)
        {
            error.Advice = error.MayHaveHappened ? LookFirst : error.Kind == NovitaErrorKind.NotFound ? "Check the ids that were given." : null;
            throw;
        }
    }

    private bool Arrives(Target<Instance> created)
    {
        var hasArrived = false;
        WaitFor([created], new InstanceGoal([InstanceOperation.Start.Goal]), IntervalSec, TimeoutSec, (_, _) => hasArrived = true);
        return hasArrived;
    }
}
