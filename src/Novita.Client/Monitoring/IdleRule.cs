namespace Novita.Client.Monitoring;

/// <summary>
/// Decides whether an instance is idle: every GPU stayed below a limit for the whole window. What was not measured may have been work, so
/// too few points, or a gap, is never idle.
/// </summary>
internal sealed class IdleRule
{
    private const int MinGapSec = 180;
    private const int DefaultIntervalSec = 60;
    private const int MaxPoints = 1440;

    private readonly double _gpuBelow;
    private readonly TimeSpan _window;

    /// <summary>Describes a rule.</summary>
    /// <param name="gpuBelow">The limit in percent: every point of every GPU must be below it.</param>
    /// <param name="window">How long.</param>
    public IdleRule(double gpuBelow, TimeSpan window)
    {
        _gpuBelow = gpuBelow;
        _window = window;
        IntervalSec = Math.Max(DefaultIntervalSec, (int)(window.TotalSeconds / MaxPoints));
    }

    /// <summary>How far apart the points are that are asked for, in seconds.</summary>
    public int IntervalSec { get; }

    /// <summary>The fewest points that each GPU must have: half of those expected.</summary>
    public int MinPoints => (int)Math.Ceiling(_window.TotalSeconds / IntervalSec / 2);

    /// <summary>
    /// The longest time without a point, at either end too, where metrics are late: a sixth of the window, but never less than three
    /// minutes.
    /// </summary>
    private TimeSpan MaxGap => TimeSpan.FromSeconds(Math.Max(MinGapSec, _window.TotalSeconds / 6));

    /// <summary>Judges an instance by its metrics.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="metrics">Its metrics, in order of time.</param>
    /// <param name="end">The end of the window.</param>
    /// <returns>What is known of its idleness; null where it is not idle, or not known to be.</returns>
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

    /// <summary>The points of each GPU. For one GPU alone the average will do.</summary>
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
