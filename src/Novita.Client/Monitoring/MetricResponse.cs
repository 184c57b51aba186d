using Novita.Client.Json;

namespace Novita.Client.Monitoring;

/// <summary>
/// The metrics of one instance as the service sends them: one series for each figure, with points at different times.
/// </summary>
internal sealed class MetricResponse
{
    private DisplayList<MetricPoint> _cpu = [];
    private DisplayList<MetricPoint> _memory = [];
    private DisplayList<MetricPoint> _rootDisk = [];
    private GpuSeriesSet _gpu = new();
    private GpuSeriesSet _gpuMemory = new();

    private static readonly Shape<MetricResponse> s_shape = new Shape<MetricResponse>(() => new())
        .Add("cpuUtilization", (response, ref reader) => response._cpu = MetricPoint.Shape.ReadDisplayList(ref reader))
        .Add("memUtilization", (response, ref reader) => response._memory = MetricPoint.Shape.ReadDisplayList(ref reader))
        .Add("rootDiskUtilization", (response, ref reader) => response._rootDisk = MetricPoint.Shape.ReadDisplayList(ref reader))
        .Add("gpuUtilization", (response, ref reader) => response._gpu = GpuSeriesSet.Shape.Read(ref reader) ?? new())
        .Add("gpuMemUtilization", (response, ref reader) => response._gpuMemory = GpuSeriesSet.Shape.Read(ref reader) ?? new());

    /// <summary>Reads a response.</summary>
    /// <exception cref="NovitaException">The body is an error, or not such an object.</exception>
    public static MetricResponse Read(ReadOnlySpan<byte> body)
    {
        var response = ResponseReader.Read(body, s_shape) ?? new();
        ErrorResponse.Refuse(body, isAnswer: response._cpu.Count > 0 || response._memory.Count > 0);
        return response;
    }

    /// <summary>Joins the series by time, in order of time: points less than half an interval apart count as one time.</summary>
    /// <param name="instance">The instance, whose number of cores is needed: the CPU series is percent of one core.</param>
    /// <param name="intervalSec">The interval of a series, in seconds.</param>
    public IReadOnlyList<InstanceMetric> Join(Instance instance, int intervalSec)
    {
        var gpus = _gpu.Gpus.Concat(_gpuMemory.Gpus).Select(gpu => gpu.Id).Distinct().ToList();
        var series = new List<(IEnumerable<MetricPoint> Points, Action<InstanceMetric, double> Set)>
        {
            (_memory, (row, value) => row.Memory = value),
            (_rootDisk, (row, value) => row.RootDisk = value),
            (_gpu.Average, (row, value) => row.Gpu = value),
            (_gpuMemory.Average, (row, value) => row.GpuMemory = value),
        };
        series.AddRange(_gpu.Gpus.Select(gpu => Of(gpu, gpus, (target, value) => target.Gpu = value)));
        series.AddRange(_gpuMemory.Gpus.Select(gpu => Of(gpu, gpus, (target, value) => target.GpuMemory = value)));
        if ((double?)instance.CpuNum is { } cores and > 0)
        {
            series.Add((_cpu, (row, value) => row.Cpu = Round(value / cores)));
        }

        var points =
            from one in series.Select((one, index) => (one.Points, one.Set, Index: index))
            from point in one.Points
            where point is { Value: not null, Seconds: > 0 }
            orderby point.Seconds
            select (point.Seconds, Value: (double)point.Value!.Value, one.Set, one.Index);
        var rows = new List<InstanceMetric>();
        var filled = new HashSet<int>();
        var begin = long.MinValue;
        foreach (var (seconds, value, set, index) in points)
        {
            if ((seconds - begin) * 2 >= intervalSec || filled.Contains(index))
            {
                rows.Add(NewRow(instance, seconds, gpus));
                filled.Clear();
                begin = seconds;
            }

            filled.Add(index);
            set(rows[rows.Count - 1], Round(value));
        }

        return rows;
    }

    private static (IEnumerable<MetricPoint> Points, Action<InstanceMetric, double> Set) Of(
        GpuSeries series, List<string> gpus, Action<GpuMetric, double> set)
    {
        var place = gpus.IndexOf(series.Id);
        return (series.Points, (row, value) => set(row.Gpus[place], value));
    }

    private static InstanceMetric NewRow(Instance instance, long seconds, List<string> gpus) => new()
    {
        InstanceId = instance.Id,
        Instance = instance,
        Time = DateTimeOffset.FromUnixTimeSeconds(seconds).LocalDateTime,
        Gpus = new DisplayList<GpuMetric>([.. gpus.Select(id => new GpuMetric { Id = id })]),
    };

    private static double Round(double value) => Math.Round(value, 2, MidpointRounding.AwayFromZero);
}
