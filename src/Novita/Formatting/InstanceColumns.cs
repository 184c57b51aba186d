using System.Management.Automation;

namespace Novita.Formatting;

/// <summary>The computed columns of an instance.</summary>
public static class InstanceColumns
{
    /// <summary>The status in its colour, red if the instance has a StatusError.</summary>
    public static Column Status { get; } = new(instance =>
    {
        var hasError = ViewText.Of(instance, nameof(Instance.StatusError)).Length > 0;
        return StatusText.Of(ViewText.Of(instance, nameof(Instance.Status)), hasError);
    });

    /// <summary>The number of GPUs and the product, such as <c>8 x RTX 4090 24GB</c>. Without GPUs, the product.</summary>
    public static Column Gpu { get; } = new(instance =>
    {
        var count = ViewText.Of(instance, nameof(Instance.GpuNum));
        var product = ViewText.Of(instance, nameof(Instance.ProductName));
        return count is "" or "0" ? product : $"{count} x {product}";
    });

    /// <summary>The end of a subscription, or the time when a spot instance is reclaimed.</summary>
    public static Column Ends { get; } = new(instance =>
        ViewText.Of(instance, nameof(Instance.EndTime)) is { Length: > 0 } expiry
            ? expiry
            : ViewText.Of(instance, nameof(Instance.SpotReclaimTime)));

    /// <summary>Cores, memory and disk, such as <c>16 CPUs, 62 GB memory, 60 GB disk</c>.</summary>
    public static Column Machine { get; } = new(instance => Join(
        Amount(instance, nameof(Instance.CpuNum), "CPUs"),
        Amount(instance, nameof(Instance.Memory), "GB memory"),
        Amount(instance, nameof(Instance.RootfsSize), "GB disk")));

    private static string? Amount(PSObject instance, string property, string unit) =>
        ViewText.Of(instance, property) is { Length: > 0 } number ? $"{number} {unit}" : null;

    private static string Join(params string?[] parts) => string.Join(", ", parts.Where(part => part is not null));
}
