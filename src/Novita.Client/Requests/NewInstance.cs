using Novita.Client.Json;
using Novita.Client.Text;

namespace Novita.Client.Requests;

/// <summary>An instance to create (<c>POST /gpu/instance/create</c>). A null value is not sent: the service decides.</summary>
public sealed record NewInstance
{
    /// <summary>The name, up to 255 characters.</summary>
    public string? Name { get; init; }

    /// <summary>The product, 1 to 255 characters.</summary>
    public string? ProductId { get; init => field = value?.Trim(); }

    /// <summary>Whether the instance has no GPUs; then GPU number, root disk size and billing mode are fixed.</summary>
    public bool IsCpu { get; init; }

    /// <summary>The number of GPUs, 1 to 8.</summary>
    public int? GpuNum { get; init; }

    /// <summary>The size of the root disk in GB, 10 to 6144.</summary>
    public int? RootfsSize { get; init; }

    /// <summary>The container image, 1 to 500 characters.</summary>
    public string? ImageUrl { get; init; }

    /// <summary>User and password for the image's registry, <c>user:password</c>, up to 10239 characters. Secret.</summary>
    public string? ImageAuth { get; init; }

    /// <summary>The id of a registry credential that the service keeps.</summary>
    public string? ImageAuthId { get; init => field = value?.Trim(); }

    /// <summary>The ports to open, up to 15 with tools.</summary>
    public IReadOnlyList<PortMapping> Ports { get; init; } = [];

    /// <summary>The environment variables, up to 100; names have 1 to 511 characters, values up to 4095.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Variables { get; init; } = [];

    /// <summary>The port of a Jupyter notebook that the service sets up; null for no notebook.</summary>
    public int? JupyterPort { get; init; }

    /// <summary>The start command, up to 2047 characters.</summary>
    public string? Command { get; init; }

    /// <summary>The entrypoint, up to 2047 characters.</summary>
    public string? Entrypoint { get; init; }

    /// <summary>The cluster, up to 255 characters; null for any cluster.</summary>
    public string? ClusterId { get; init => field = value?.Trim(); }

    /// <summary>The mount point of a CPU instance's local storage, 1 to 4095 characters.</summary>
    public string? LocalStorageMountPoint { get; init; }

    /// <summary>The network storage to mount, up to 30.</summary>
    public IReadOnlyList<NetworkStorageMount> NetworkStorages { get; init; } = [];

    /// <summary>The VPC of the instance.</summary>
    public string? NetworkId { get; init => field = value?.Trim(); }

    /// <summary>The length of a subscription in months; 0 for pay-as-you-go.</summary>
    public int? Month { get; init; }

    /// <summary><c>onDemand</c>, <c>monthly</c> or <c>spot</c>.</summary>
    public string? BillingMode { get; init => field = value is null ? null : Novita.BillingMode.Values.Normalize(value); }

    /// <summary>Whether the subscription is renewed automatically.</summary>
    public bool? AutoRenew { get; init; }

    /// <summary>The months that each renewal adds, 1 to 12.</summary>
    public int? AutoRenewMonth { get; init; }

    /// <summary>The minimum CUDA version, up to 255 characters.</summary>
    public string? MinCudaVersion { get; init; }

    /// <summary>Joins user and password to an <see cref="ImageAuth"/>.</summary>
    /// <exception cref="NovitaException">
    /// The user name has a colon, at which the service would cut it (<see cref="NovitaErrorKind.RequestInvalid"/>).
    /// </exception>
    public static string JoinImageAuth(string user, string password) => user.Contains(":")
        ? throw Limits.Invalid("The user name for the image's registry holds a colon, which the service takes for its end.")
        : $"{user}:{password}";

    /// <summary>Adds the settings of a template. Ports and variables are merged; settings of this instance win.</summary>
    public NewInstance Over(Template template) => this with
    {
        ImageUrl = ImageUrl ?? template.Image,
        ImageAuthId = ImageAuthId ?? (ImageAuth is null ? template.ImageAuth : null),
        Command = Command ?? template.StartCommand,
        Entrypoint = Entrypoint ?? template.Entrypoint,
        RootfsSize = RootfsSize ?? (IsCpu || template.RootfsSize is not { } size ? null : Math.Max(size, InstanceLimits.MinRootfsSize)),
        MinCudaVersion = MinCudaVersion ?? (IsCpu ? null : template.MinCudaVersion),
        Ports = ContainerSettings.Ports(template.Ports, Ports),
        Variables = ContainerSettings.Variables(template.Envs, Variables),
    };

    /// <summary>Checks every limit of the contract.</summary>
    /// <exception cref="NovitaException">A limit is broken (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public void Check()
    {
        Limits.Length(nameof(Name), Name, 0, 255);
        Limits.Id(nameof(ProductId), ProductId ?? "");
        Limits.Length(nameof(ImageUrl), ImageUrl, 1, 500);
        Limits.Length(nameof(ImageAuth), ImageAuth, 0, 10239);
        Limits.Length(nameof(Command), Command, 0, 2047);
        Limits.Length(nameof(Entrypoint), Entrypoint, 0, 2047);
        Limits.Id(nameof(ClusterId), ClusterId);
        Limits.Id(nameof(ImageAuthId), ImageAuthId);
        Limits.Id(nameof(NetworkId), NetworkId);
        Limits.Length(nameof(LocalStorageMountPoint), LocalStorageMountPoint, LocalStorageMountPoint is null ? 0 : 1, 4095);
        Limits.Length(nameof(MinCudaVersion), MinCudaVersion, 0, 255);
        Limits.Range(nameof(GpuNum), GpuNum, 1, 8);
        InstanceLimits.RootfsSize(RootfsSize);
        Limits.Range(nameof(Month), Month, 0, int.MaxValue);
        Limits.Range(nameof(AutoRenewMonth), AutoRenewMonth, 1, 12);
        InstanceLimits.Ports(Ports, JupyterPort);
        InstanceLimits.Variables(Variables);
        InstanceLimits.Storages(NetworkStorages);
        CheckBilling();
    }

    /// <summary>Describes the purchase for a prompt. The text of a record would have the secrets too.</summary>
    public override string ToString()
    {
        string?[] terms =
        [
            GpuNum is { } gpus ? $"{gpus} x {ProductId}" : ProductId,
            RootfsSize is { } size ? $"{size} GB root disk" : null,
            BillingMode,
            Month is > 0 and { } months ? $"{Quantity.Months(months)} paid at once" : null,
            AutoRenew == true ? "renewed automatically" : null,
        ];
        return $"{(Name is null ? "instance" : $"instance '{Name}'")}: {string.Join(", ", terms.OfType<string>())}";
    }

    /// <summary>Returns the container's settings, one line for each; variables by name only.</summary>
    public IEnumerable<string> DescribeSettings()
    {
        (string Setting, string? Value)[] settings =
        [
            ("image", ImageUrl),
            ("registry credential", ImageAuthId ?? (ImageAuth is null ? null : "as given")),
            ("command", Command),
            ("entrypoint", Entrypoint),
            ("root disk", RootfsSize is { } size ? $"{size} GB" : null),
            ("ports", string.Join(", ", Ports)),
            ("environment variables", string.Join(", ", Variables.Select(variable => variable.Key))),
            ("CUDA", MinCudaVersion is { Length: > 0 } version ? $"{version} or later" : null),
        ];
        return from setting in settings
               where !string.IsNullOrEmpty(setting.Value)
               select $"{setting.Setting}: {setting.Value}";
    }

    internal RequestBody ToBody() => new RequestBody()
        .Add("name", Name)
        .Add("productId", ProductId)
        .Add("gpuNum", GpuNum)
        .Add("rootfsSize", RootfsSize)
        .Add("imageUrl", ImageUrl)
        .AddSecret("imageAuth", ImageAuth)
        .MarkSecret(ImageAuth?.Substring(ImageAuth.IndexOf(':') + 1))
        .Add("imageAuthId", ImageAuthId)
        .Add("ports", Ports.Count == 0 ? null : string.Join(", ", Ports))
        .Add("envs", Variables.Count == 0 ? null : Variables, InstanceLimits.WriteVariable)
        .Add("tools", JupyterPort is { } port ? new[] { port } : null, (body, jupyter) =>
            body.Add("name", "Jupyter").Add("port", $"{jupyter}").Add("type", "http"))
        .Add("command", Command)
        .Add("entrypoint", Entrypoint)
        .Add("clusterId", ClusterId)
        .Add("localStorageMountPoint", LocalStorageMountPoint)
        .Add("networkStorages", NetworkStorages.Count == 0 ? null : NetworkStorages, (body, storage) =>
            body.Add("Id", storage.Id).Add("mountPoint", storage.MountPoint))
        .Add("networkId", NetworkId)
        .Add("kind", IsCpu ? "cpu" : "gpu")
        .Add("month", Month)
        .Add("billingMode", BillingMode)
        .Add("autoRenew", AutoRenew)
        .Add("autoRenewMonth", AutoRenewMonth)
        .Add("minCudaVersion", MinCudaVersion);

    private void CheckBilling()
    {
        if (Month > 0 && BillingMode is not (null or Novita.BillingMode.Monthly))
        {
            throw Limits.Invalid(
                $"Month is {Month}, which makes a subscription, but BillingMode is '{BillingMode}'. Leave one of them out.");
        }

        if ((AutoRenew == true || AutoRenewMonth is not null) && Month is not > 0 && BillingMode != Novita.BillingMode.Monthly)
        {
            throw Limits.Invalid("Only a subscription renews itself. Give Month too, or leave AutoRenew and AutoRenewMonth out.");
        }
    }
}
