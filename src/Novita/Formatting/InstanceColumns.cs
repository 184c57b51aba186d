using System.Management.Automation;

namespace Novita.Formatting;

/// <summary>The texts of an instance's views, as Novita.Types.ps1xml names them.</summary>
public static class InstanceColumns
{
    /// <summary>The id.</summary>
    public static string Id(PSObject instance) => Text(instance, nameof(Instance.Id));

    /// <summary>The name.</summary>
    public static string Name(PSObject instance) => Text(instance, nameof(Instance.Name));

    /// <summary>The status, in its colour.</summary>
    public static string Status(PSObject instance) => StatusText.Of(Text(instance, nameof(Instance.Status)), hasError: Error(instance).Length > 0);

    /// <summary>How many of which product: <c>8 x RTX 4090 24GB</c>, or the product alone without GPUs.</summary>
    public static string Gpu(PSObject instance)
    {
        var count = Text(instance, nameof(Instance.GpuNum));
        var product = Text(instance, nameof(Instance.ProductName));
        return count is "" or "0" ? product : $"{count} x {product}";
    }

    /// <summary>The cluster's name, or its id.</summary>
    public static string Cluster(PSObject instance) =>
        Text(instance, nameof(Instance.ClusterName)) is { Length: > 0 } name ? name : Text(instance, nameof(Instance.ClusterId));

    /// <summary>How it is billed.</summary>
    public static string Billing(PSObject instance) => Text(instance, nameof(Instance.BillingMode));

    /// <summary>When it ends: a subscription's expiry, or when a spot instance is taken back.</summary>
    public static string Ends(PSObject instance) =>
        ViewText.Time(instance, nameof(Instance.EndTime)) is { Length: > 0 } expiry ? expiry : ViewText.Time(instance, nameof(Instance.SpotReclaimTime));

    /// <summary>Cores, memory and disk: <c>16 CPUs, 62 GB memory, 60 GB disk</c>.</summary>
    public static string Machine(PSObject instance) => Join(
        Amount(instance, nameof(Instance.CpuNum), "CPUs"),
        Amount(instance, nameof(Instance.Memory), "GB memory"),
        Amount(instance, nameof(Instance.RootfsSize), "GB disk"));

    /// <summary>The image.</summary>
    public static string Image(PSObject instance) => Text(instance, nameof(Instance.ImageUrl));

    /// <summary>The start command.</summary>
    public static string Command(PSObject instance) => Text(instance, nameof(Instance.Command));

    /// <summary>The entrypoint.</summary>
    public static string Entrypoint(PSObject instance) => Text(instance, nameof(Instance.Entrypoint));

    /// <summary>The ports.</summary>
    public static string Ports(PSObject instance) => Text(instance, nameof(Instance.PortMappings));

    /// <summary>The storage.</summary>
    public static string Volumes(PSObject instance) => Text(instance, nameof(Instance.VolumeMounts));

    /// <summary>The names of the environment variables.</summary>
    public static string Environment(PSObject instance) => Text(instance, nameof(Instance.Envs));

    /// <summary>What is wrong with it.</summary>
    public static string Error(PSObject instance) => Text(instance, nameof(Instance.StatusError));

    /// <summary>What is happening to a spot instance.</summary>
    public static string Spot(PSObject instance) => Text(instance, nameof(Instance.SpotStatus));

    /// <summary>The session it was read through.</summary>
    public static string Session(PSObject instance) => Text(instance, nameof(Instance.SessionName));

    private static string Text(PSObject instance, string property) => ViewText.Of(instance, property);

    private static string? Amount(PSObject instance, string property, string unit) =>
        Text(instance, property) is { Length: > 0 } number ? $"{number} {unit}" : null;

    private static string Join(params string?[] parts) => string.Join(", ", parts.Where(part => part is not null));
}
