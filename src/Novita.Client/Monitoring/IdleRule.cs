namespace Novita.Client.Monitoring;

/// <summary>
/// Decides whether an instance is idle: every GPU stayed below a limit for the whole time window. Time without points may have been busy,
/// so too few points, or a gap, is never idle.
/// </summary>
internal sealed class IdleRule
{
    private const int MinGapSec = 180;
    private const int DefaultIntervalSec = 60;
    private const int MaxPoints = 1440;

    private readonly double _gpuBelow;
    private readonly TimeSpan _window;

    /// <summary>Creates a rule.</summary>
    /// <param name="gpuBelow">The limit in percent: every point of every GPU must be below the limit.</param>
    /// <param name="window">The length of the time window.</param>
    public IdleRule(double gpuBelow, TimeSpan window)
    {
        _gpuBelow = gpuBelow;
        _window = window;
        IntervalSec = Math.Max(DefaultIntervalSec, (int)(window.TotalSeconds / MaxPoints));
    }

    /// <summary>The interval of the points to ask for, in seconds.</summary>
    public int IntervalSec { get; }

    /// <summary>The minimum number of points of each GPU: half of the expected number.</summary>
    public int MinPoints => (int)Math.Ceiling(_window.TotalSeconds / IntervalSec / 2);

    /// <summary>
    /// The maximum time without a point, also at both ends of the window: a sixth of the window, but at least three minutes, because
    /// metrics are late.
    /// </summary>
    private TimeSpan MaxGap => TimeSpan.FromSeconds(Math.Max(MinGapSec, _window.TotalSeconds / 6));

    /// <summary>Judges an instance by its metrics.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="metrics">The instance's metrics, in order of time.</param>
    /// <param name="end">The end of the window.</param>
    /// <returns>The idle instance; null for an instance that is not idle, or may not be idle.</returns>
    public IdleInstance? Judge(Instance instance, IReadOnlyList<InstanceMetric> metrics, DateTimeOffset end)
    {
        var begin = end - _window;
        var inWindow = metrics.Where(metric => new DateTimeOffset(metric.Time) is var time && time >= begin && time <= end).ToList();
        var gpus = Series(instance, inWindow);
        if (gpus.Count == 0 || gpus.Count < instance.GpuNum || !gpus.All(gpu => IsIdle(gpu, begin, end)))
        {
            return null;
        }

        return new IdleInstance
        {
            Id = instance.Id,
            Name = instance.Name,
            Instance = instance,
            SessionName = instance.SessionName,
            Gpu = gpus.Max(gpu => gpu.Max(point => point.Value)),
            Points = gpus.Min(gpu => gpu.Count),
            Since = gpus.Max(gpu => gpu[0].Time),
        };
    }

    /// <summary>Returns the points of each GPU; for a single GPU without points of its own, those of the average.</summary>
    private static List<List<(DateTime Time, double Value)>> Series(Instance instance, List<InstanceMetric> metrics)
    {
        var byGpu =
            from metric in metrics
            from gpu in metric.Gpus
            group (metric.Time, gpu.Gpu) by gpu.Id into series
            select Measured(series);
        var gpus = byGpu.ToList();
        return gpus.Count == 0 && instance.GpuNum == 1 ? [Measured(metrics.Select(metric => (metric.Time, metric.Gpu)))] : gpus;
    }

    private static List<(DateTime Time, double Value)> Measured(IEnumerable<(DateTime Time, double? Value)> points) =>
        [.. points.Where(point => point.Value is not null).Select(point => (point.Time, point.Value!.Value))];

    private bool IsIdle(List<(DateTime Time, double Value)> points, DateTimeOffset begin, DateTimeOffset end)
    {
        if (points.Count == 0 || points.Count < MinPoints || points.Exists(point => !(point.Value < _gpuBelow)))
        {
            return false;
        }

        var last = begin;
        foreach (var time in points.Select(point => new DateTimeOffset(point.Time)).Append(end))
        {
            if (time - last > MaxGap)
            {
                return false;
            }

            last = time;
        }

        return true;
    }
}
