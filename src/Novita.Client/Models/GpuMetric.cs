using System.Globalization;

namespace Novita;

/// <summary>The utilization of one GPU of an instance, in percent, 0 to 100.</summary>
public sealed class GpuMetric : ResourcePart
{
    /// <summary>The GPU's id (contract: <c>gpuId</c>).</summary>
    public string Id { get; set; } = "";

    /// <summary>The GPU's utilization (contract: <c>gpuUtilization</c>); null where the service sends no value.</summary>
    public double? Gpu { get; set; }

    /// <summary>The used memory of the GPU (contract: <c>gpuMemUtilization</c>); null where the service sends no value.</summary>
    public double? GpuMemory { get; set; }

    /// <summary>The GPU and both figures: <c>0: 97.5 % (memory 40 %)</c>.</summary>
    public override string ToString() => $"{Id}: {Text(Gpu)} (memory {Text(GpuMemory)})";

    private protected override object?[] Values => [Id, Gpu, GpuMemory];

    private static string Text(double? value) => value is { } percent ? $"{percent.ToString(CultureInfo.InvariantCulture)} %" : "-";
}
