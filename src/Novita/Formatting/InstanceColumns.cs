using System.Management.Automation;

namespace Novita.Formatting;

/// <summary>The columns of an instance's views, as Novita.Format.ps1xml names them.</summary>
public static class InstanceColumns
{
    /// <summary>The id.</summary>
    public static Column Id { get; } = new(nameof(Instance.Id));

    /// <summary>The name.</summary>
    public static Column Name { get; } = new(nameof(Instance.Name));

    /// <summary>What is wrong with it.</summary>
    public static Column Error { get; } = new(nameof(Instance.StatusError));

    /// <summary>The status, in its colour.</summary>
    public static Column Status { get; } = new(instance => StatusText.Of(ViewText.Of(instance, nameof(Instance.Status)), hasError: Error[instance].Length > 0));

    /// <summary>How many of which product: <c>8 x RTX 4090 24GB</c>, or the product alone without GPUs.</summary>
    public static Column Gpu { get; } = new(instance =>
    {
        var count = ViewText.Of(instance, nameof(Instance.GpuNum));
        var product = ViewText.Of(instance, nameof(Instance.ProductName));
        return count is "" or "0" ? product : $"{count} x {product}";
    });

    /// <summary>The cluster's name, or its id.</summary>
    public static Column Cluster { get; } = new(instance =>
        ViewText.Of(instance, nameof(Instance.ClusterName)) is { Length: > 0 } name ? name : ViewText.Of(instance, nameof(Instance.ClusterId)));

    /// <summary>How it is billed.</summary>
    public static Column Billing { get; } = new(nameof(Instance.BillingMode));

    /// <summary>When it ends: a subscription's expiry, or when a spot instance is taken back.</summary>
    public static Column Ends { get; } = new(instance =>
        ViewText.Time(instance, nameof(Instance.EndTime)) is { Length: > 0 } expiry ? expiry : ViewText.Time(instance, nameof(Instance.SpotReclaimTime)));

    /// <summary>Cores, memory and disk: <c>16 CPUs, 62 GB memory, 60 GB disk</c>.</summary>
    public static Column Machine { get; } = new(instance => Join(
        Amount(instance, nameof(Instance.CpuNum), "CPUs"),
        Amount(instance, nameof(Instance.Memory), "GB memory"),
        Amount(instance, nameof(Instance.RootfsSize), "GB disk")));

    /// <summary>The image.</summary>
    public static Column Image { get; } = new(nameof(Instance.ImageUrl));

    /// <summary>The start command.</summary>
    public static Column Command { get; } = new(nameof(Instance.Command));

    /// <summary>The entrypoint.</summary>
    public static Column Entrypoint { get; } = new(nameof(Instance.Entrypoint));

    /// <summary>The ports.</summary>
    public static Column Ports { get; } = new(nameof(Instance.PortMappings));

    /// <summary>The storage.</summary>
    public static Column Volumes { get; } = new(nameof(Instance.VolumeMounts));

    /// <summary>The names of the environment variables.</summary>
    public static Column Environment { get; } = new(nameof(Instance.Envs));

    /// <summary>What is happening to a spot instance.</summary>
    public static Column Spot { get; } = new(nameof(Instance.SpotStatus));

    /// <summary>The session it was read through.</summary>
    public static Column Session { get; } = new(nameof(Instance.SessionName));

    private static string? Amount(PSObject instance, string property, string unit) =>
        ViewText.Of(instance, property) is { Length: > 0 } number ? $"{number} {unit}" : null;

    private static string Join(params string?[] parts) => string.Join(", ", parts.Where(part => part is not null));
}
