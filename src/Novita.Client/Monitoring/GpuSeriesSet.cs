using Novita.Client.Json;

namespace Novita.Client.Monitoring;

/// <summary>The series of all GPUs of an instance.</summary>
internal sealed class GpuSeriesSet
{
    /// <summary>The average of all GPUs.</summary>
    public DisplayList<MetricPoint> Average { get; private set; } = [];

    /// <summary>The series of each GPU.</summary>
    public DisplayList<GpuSeries> Gpus { get; private set; } = [];

    /// <summary>How the object is read from JSON.</summary>
    public static Shape<GpuSeriesSet> Shape { get; } = new Shape<GpuSeriesSet>(() => new())
        .Add("avg", (set, ref reader) => set.Average = MetricPoint.Shape.ReadDisplayList(ref reader))
        .Add("gpuIds", (set, ref reader) => set.Gpus = GpuSeries.Shape.ReadDisplayList(ref reader));
}
