using Novita.Simulator.Api;

namespace Novita.Simulator.Areas.Monitoring;

/// <summary><c>GET openapi/v1/metrics/gpu/instance</c>, and the streams of logs.</summary>
public sealed class MonitoringArea : IArea
{
    private const int MinIntervalSec = 15;
    private const int LagSec = 60;

    private readonly MonitoringOptions _options;
    private readonly Fleet _fleet;
    private readonly TimeProvider _time;

    internal MonitoringArea(MonitoringOptions options, Fleet fleet, TimeProvider time)
    {
        _options = options;
        _fleet = fleet;
        _time = time;
        Logs = new(options, time);
    }

    /// <summary>Says how busy an instance is at a time; null for a gap. At first a quarter of the fleet is idle.</summary>
    public Func<SimulatedInstance, DateTimeOffset, SimulatedMetrics?> Measure { get; set; } = (instance, _) =>
        new(150, 40, 20, [.. Enumerable.Repeat(instance.Id[0] % 4 == 0 ? 1.0 : 80.0, instance.GpuNum)]);

    public SimulatedLogs Logs { get; }

    void IArea.Map(RouteTable routes)
    {
        routes.Account.Get("/metrics/gpu/instance", Metrics);
        routes.Open("/logs/{id}/{kind}", Logs.ServeAsync);
    }

    private IResult Metrics(Query query)
    {
        var id = query.RequiredText("instanceId");
        var instance = _fleet.Get(id);

        var points = instance.Status == "running" ? Points(query, instance) : [];
        return JsonReply.Of(new
        {
            cpuUtilization = Series(points, metrics => metrics.Cpu),
            memUtilization = Series(points, metrics => metrics.Memory),
            rootDiskUtilization = Series(points, metrics => metrics.RootDisk),
            gpuUtilization = Gpus(points, percent => percent),
            gpuMemUtilization = Gpus(points, percent => percent / 2),
        });
    }

    /// <summary>A bad range is the default one, without a word.</summary>
    private List<(long Time, SimulatedMetrics Metrics)> Points(Query query, SimulatedInstance instance)
    {
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        var end = query.Number("endTime") is { } to && to > 0 && to <= now ? to : now;
        var start = query.Number("startTime") is { } from && from > 0 && from <= end - 60 ? from : now - 60;
        var interval = query.Number("interval") is { } asked && asked > MinIntervalSec ? asked : MinIntervalSec;
        var points = new List<(long, SimulatedMetrics)>();

        for (var time = (start + interval - 1) / interval * interval; time <= Math.Min(end, now - LagSec); time += interval)
        {
            if (Measure(instance, DateTimeOffset.FromUnixTimeSeconds(time)) is { } metrics)
            {
                points.Add((time, metrics));
            }
        }

        return points;
    }

    private static Dictionary<string, object>[] Series(
        IEnumerable<(long Time, SimulatedMetrics Metrics)> points, Func<SimulatedMetrics, double> value) =>
        [.. points.Select(point => new Dictionary<string, object> { ["timestamp"] = $"{point.Time}", ["value"] = value(point.Metrics) })];

    private static object Gpus(List<(long Time, SimulatedMetrics Metrics)> points, Func<double, double> value) => new
    {
        avg = Series(points.Where(point => point.Metrics.Gpus.Length > 0), metrics => value(metrics.Gpus.Average())),
        gpuIds = Enumerable.Range(0, points.Select(point => point.Metrics.Gpus.Length).DefaultIfEmpty(0).Max()).Select(gpu => new
        {
            gpuId = $"{gpu}",
            items = Series(points.Where(point => point.Metrics.Gpus.Length > gpu), metrics => value(metrics.Gpus[gpu])),
        }).ToArray(),
    };
}
