using Novita.Simulator.Api;

namespace Novita.Simulator.Areas.Jobs;

/// <summary><c>GET /jobs</c>, <c>POST /job/save/image</c> and <c>POST /job/break</c>.</summary>
public sealed class JobArea : IArea
{
    private static readonly string[] s_types = ["saveImage", "instanceMigrate", "autoInstanceMigrate"];

    private static readonly SimulatedJobState[] s_states =
    [
        new("running"), new("success"), new("fail", "pushImageFailed", "denied: requested access to the image is denied"), new("pulling"),
        new("success"), new("break"),
    ];

    private readonly JobOptions _options;
    private readonly Fleet _fleet;
    private readonly TimeProvider _time;

    internal JobArea(JobOptions options, Fleet fleet, int seed, TimeProvider time)
    {
        _options = options;
        _fleet = fleet;
        _time = time;
        var now = time.GetUtcNow();
        Rows = new(Seeded(options.Count, fleet.Snapshot().Length > 0 ? fleet.Snapshot()[0].Id : "gone", new(seed), now));
    }

    /// <summary>The jobs; the newest is an hour old, and there is one for each hour before.</summary>
    public SimulatedRows<SimulatedJob> Rows { get; }

    /// <summary>The jobs that keep an instance from other actions now.</summary>
    internal IEnumerable<SimulatedJob> Blocking(string instanceId) =>
        Rows.Snapshot().Where(job => job.InstanceId == instanceId && job.Blocks(_time.GetUtcNow()));

    void IArea.Map(RouteTable routes)
    {
        routes.List<SimulatedJob>("/jobs", new() { Member = "jobs", PageBase = 1 }, Find, job => job.ToJson());
        routes.Post("/job/save/image", SaveImage);
        routes.Post("/job/break", Break);
    }

    private ReadOnlyMemory<SimulatedJob> Find(Query query)
    {
        var (id, state, type) = (query.Text("jobId"), query.Text("state"), query.Text("type"));
        var (from, to) = (query.Time("startTime"), query.Time("endTime"));
        var now = _time.GetUtcNow();

        return Rows.Snapshot().Select(job => job.At(now)).Where(job => (id.Length == 0 || job.Id == id)
            && (state.Length == 0 || job.State.State == state)
            && (type.Length == 0 || job.Type == type)
            && !(job.Created < from)
            && !(job.Created > to)).ToArray();
    }

    private IResult SaveImage(Members body)
    {
        var instanceId = body.RequiredText("instanceId", 1, 255);
        body.RequiredText("image", 1, 4095);
        body.Text("registryAuthId", 255);
        body.End();

        var instance = _fleet.Get(instanceId);
        if (instance.Status is not ("running" or "exited") || Blocking(instanceId).Any())
        {
            throw new Refusal(ApiError.InvalidStateChange);
        }

        var id = Random.Shared.GetHexString(16, lowercase: true);
        Rows.Add(new SimulatedJob
        {
            Id = id,
            State = new("pulling"),
            Steps = [new(_options.Pulling, new("running")), new(_options.Pulling + _options.Running, _options.End)],
            LogAddress = $"https://log.gpu-instance.novita.ai/jobs/{id}?token=sim-log-token",
            Created = DateTimeOffset.FromUnixTimeSeconds(_time.GetUtcNow().ToUnixTimeSeconds()),
            InstanceId = instanceId,
        });
        return JsonReply.Of(new { jobId = id });
    }

    private IResult Break(Members body)
    {
        var id = body.RequiredText("jobId", 1, 255);
        body.End();
        var job = Rows.Find(id)?.At(_time.GetUtcNow()) ?? throw new Refusal(ApiError.JobNotFound);

        if (job.Type != "saveImage")
        {
            throw new Refusal(ApiError.MigrationNotBreakable);
        }

        if (!job.State.IsUnderWay)
        {
            throw new Refusal(ApiError.InvalidStateChange);
        }

        Rows.Update(id, begun => begun with { State = new("break"), Steps = [] });
        return JsonReply.Of(new { jobId = id });
    }

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
