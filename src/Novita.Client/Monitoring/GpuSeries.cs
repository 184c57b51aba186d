using Novita.Client.Json;

namespace Novita.Client.Monitoring;

/// <summary>The series of one GPU.</summary>
internal sealed class GpuSeries
{
    /// <summary>The GPU's id.</summary>
    public string Id { get; private set; } = "";

    /// <summary>The points.</summary>
    public DisplayList<MetricPoint> Points { get; private set; } = [];

    /// <summary>How the object is read from JSON.</summary>
    public static Shape<GpuSeries> Shape { get; } = new Shape<GpuSeries>(() => new())
        .Add("gpuId", (series, ref reader) => series.Id = JsonString.Read(ref reader) ?? "")
        .Add("items", (series, ref reader) => series.Points = MetricPoint.Shape.ReadDisplayList(ref reader));
}
