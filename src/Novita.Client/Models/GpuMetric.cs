using System.Globalization;

namespace Novita;

/// <summary>How busy one GPU of an instance was, in percent, 0 to 100.</summary>
public sealed class GpuMetric : ResourcePart
{
    /// <summary>The GPU (contract: <c>gpuId</c>).</summary>
    public string Id { get; set; } = "";

    /// <summary>Its utilization (contract: <c>gpuUtilization</c>); null where the service has none.</summary>
    public double? Gpu { get; set; }

    /// <summary>How much of its memory is in use (contract: <c>gpuMemUtilization</c>); null where the service has none.</summary>
    public double? GpuMemory { get; set; }

    /// <summary>The GPU and both figures: <c>0: 97.5 % (memory 40 %)</c>.</summary>
    public override string ToString() => $"{Id}: {Text(Gpu)} (memory {Text(GpuMemory)})";

    private protected override object?[] Values => [Id, Gpu, GpuMemory];

    private static string Text(double? value) => value is { } percent ? $"{percent.ToString(CultureInfo.InvariantCulture)} %" : "-";
}
