using Novita.Simulator.Api;

namespace Novita.Simulator.Areas.Jobs;

/// <summary><c>GET /jobs</c>.</summary>
public sealed class JobArea : IArea
{
    private static readonly string[] s_types = ["saveImage", "instanceMigrate", "autoInstanceMigrate"];

    private static readonly SimulatedJobState[] s_states =
    [
        new("running"), new("success"), new("fail", "pushImageFailed", "denied: requested access to the image is denied"), new("pulling"),
        new("success"), new("break"),
    ];

    private readonly JobOptions _options;

    internal JobArea(JobOptions options, Fleet fleet, int seed, DateTimeOffset now)
    {
        _options = options;
        Rows = new(Seeded(options.Count, fleet.Snapshot().Length > 0 ? fleet.Snapshot()[0].Id : "gone", new(seed), now));
    }

    /// <summary>The jobs; the newest is an hour old, and there is one for each hour before.</summary>
    public SimulatedRows<SimulatedJob> Rows { get; }

    void IArea.Map(RouteTable routes) => routes.List("/jobs", _options.List, Rows, query =>
    {
        var (id, state, type) = (query.Text("jobId"), query.Text("state"), query.Text("type"));
        var (from, to) = (query.Time("startTime"), query.Time("endTime"));

        return job => (id.Length == 0 || job.Id == id)
            && (state.Length == 0 || job.State.State == state)
            && (type.Length == 0 || job.Type == type)
            && !(job.Created < from)
            && !(job.Created > to);
    });

    private static IEnumerable<SimulatedJob> Seeded(int count, string instanceId, Random random, DateTimeOffset now) =>
        Enumerable.Range(0, count).Select(index =>
        {
            var id = random.GetHexString(16, lowercase: true);
            return new SimulatedJob
            {
                Id = id,
                Type = s_types[index % s_types.Length],
                State = s_states[index % s_states.Length],
                LogAddress = $"https://log.gpu-instance.novita.ai/jobs/{id}?token=sim-log-token",
                Created = DateTimeOffset.FromUnixTimeSeconds(now.AddHours(-index - 1).ToUnixTimeSeconds()),
                InstanceId = instanceId,
            };
        });
}
