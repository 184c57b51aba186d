using System.Globalization;

namespace Novita;

/// <summary>
/// The utilization of an instance at one time. All figures are percent of the whole instance, 0 to 100, rounded to hundredths; null where
/// the service sends no value.
/// </summary>
public sealed class InstanceMetric : IResourceSource
{
    /// <summary>The instance's id.</summary>
    public string InstanceId { get; set; } = "";

    /// <summary>The time of the measurement, in local time (contract: <c>timestamp</c>).</summary>
    public DateTime Time { get; set; }

    /// <summary>All CPU cores together (contract: <c>cpuUtilization</c>, which is percent of one core).</summary>
    public double? Cpu { get; set; }

    /// <summary>Memory (contract: <c>memUtilization</c>).</summary>
    public double? Memory { get; set; }

    /// <summary>The root disk (contract: <c>rootDiskUtilization</c>).</summary>
    public double? RootDisk { get; set; }

    /// <summary>The average of all GPUs (contract: <c>gpuUtilization.avg</c>).</summary>
    public double? Gpu { get; set; }

    /// <summary>The memory of all GPUs (contract: <c>gpuMemUtilization.avg</c>).</summary>
    public double? GpuMemory { get; set; }

    /// <summary>Each GPU (contract: <c>gpuIds</c>). Never null; empty for a CPU instance.</summary>
    public DisplayList<GpuMetric> Gpus { get; set; } = [];

    /// <summary>The instance; null for an object that a script made.</summary>
    internal Instance? Instance { get; set; }

    /// <summary>The number of figures that are not null.</summary>
    internal int Figures => new[] { Cpu, Memory, RootDisk, Gpu, GpuMemory }
        .Concat(Gpus.SelectMany(gpu => new[] { gpu.Gpu, gpu.GpuMemory }))
        .Count(value => value is not null);

    /// <inheritdoc/>
    Resource IResourceSource.GetResource() => Instance ?? new Instance { Id = InstanceId };

    /// <summary>The instance, the time and the average of the GPUs.</summary>
    public override string ToString() =>
        string.Format(CultureInfo.InvariantCulture, "{0} {1:s}: GPU {2} %", InstanceId, Time, Gpu ?? (object)"-");
}
