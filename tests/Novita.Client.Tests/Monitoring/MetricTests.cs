using Novita.Client.Requests;

namespace Novita.Client.Tests.Monitoring;

/// <summary>How metrics are asked for, and what is made of the response.</summary>
public sealed class MetricTests
{
    private static readonly DateTimeOffset s_now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Series_are_joined_by_time_and_the_cpu_is_of_all_cores()
    {
        var rows = await ReadAsync("""
            {"cpuUtilization":[{"timestamp":"1000","value":800},{"timestamp":"1060","value":1600}],
             "memUtilization":[{"timestamp":"1000","value":40.125}],
             "rootDiskUtilization":[],
             "gpuUtilization":{"avg":[{"timestamp":"1007","value":50}],
               "gpuIds":[{"gpuId":"0","items":[{"timestamp":"1007","value":"100"}]},{"gpuId":"1","items":[{"timestamp":1007,"value":0}]}]},
             "gpuMemUtilization":{"avg":[],"gpuIds":[{"gpuId":"1","items":[{"timestamp":"1060","value":7}]}]}}
            """);

        Assert.Equal([1000L, 1060], rows.Select(row => new DateTimeOffset(row.Time).ToUnixTimeSeconds()));
        Assert.Equal((50.0, 40.13, null, 50.0, null), (rows[0].Cpu, rows[0].Memory, rows[0].RootDisk, rows[0].Gpu, rows[0].GpuMemory));
        Assert.Equal("0: 100 % (memory -), 1: 0 % (memory -)", $"{rows[0].Gpus}");
        Assert.Equal((100.0, null, "0: - (memory -), 1: - (memory 7 %)"), (rows[1].Cpu, rows[1].Memory, $"{rows[1].Gpus}"));
    }

    [Fact]
    public async Task Points_that_are_closer_than_was_asked_for_are_all_kept()
    {
        var rows = await ReadAsync("""{"memUtilization":[{"timestamp":"1000","value":1},{"timestamp":"1015","value":99},{"timestamp":"1030","value":2}]}""");

        Assert.Equal([1.0, 99, 2], rows.Select(row => row.Memory));
    }

    [Fact]
    public async Task A_time_in_milliseconds_is_the_same_time() => Assert.Equal(
        s_now.LocalDateTime,
        Assert.Single(await ReadAsync($$"""{"memUtilization":[{"timestamp":{{s_now.ToUnixTimeMilliseconds()}},"value":1}]}""")).Time);

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"cpuUtilization":null,"gpuUtilization":null}""")]
    [InlineData("""{"cpuUtilization":[],"gpuUtilization":{"avg":[],"gpuIds":[]}}""")]
    [InlineData("""{"memUtilization":[{"timestamp":"1000","value":null},{"timestamp":"","value":3},{"timestamp":"1000","value":"NaN"}]}""")]
    public async Task What_was_not_measured_is_no_row(string body) => Assert.Empty(await ReadAsync(body));

    [Fact]
    public async Task The_cpu_of_an_unknown_number_of_cores_is_not_guessed()
    {
        var rows = await ReadAsync("""{"cpuUtilization":[{"timestamp":"1000","value":800}],"memUtilization":[{"timestamp":"1000","value":4}]}""", "");

        Assert.Equal((null, 4.0), (rows[0].Cpu, rows[0].Memory));
    }

    [Fact]
    public async Task The_newest_point_that_has_every_figure_is_the_latest()
    {
        using var client = new TestClient(Answers.Json(200, """
            {"cpuUtilization":[{"timestamp":"1000","value":16},{"timestamp":"1015","value":32},{"timestamp":"1030","value":48}],
             "memUtilization":[{"timestamp":"1000","value":1},{"timestamp":"1015","value":2}]}
            """));

        var latest = await client.Client.GetLatestMetricAsync(Bodies.ReadOne("\"cpuNum\":\"16\""), client.Call);

        Assert.Equal((2.0, 2.0), (latest?.Cpu, latest?.Memory));
    }

    [Fact]
    public async Task The_request_has_the_range_in_seconds_and_the_root_of_the_account()
    {
        using var client = new TestClient(Answers.Json(200, "{}"));
        var range = MetricRange.Create(s_now.AddHours(-2).LocalDateTime, s_now.AddHours(-1).LocalDateTime, 30, s_now);

        await client.Client.GetMetricsAsync(Bodies.ReadOne("\"cpuNum\":\"16\""), range, client.Call);

        Assert.Equal(
            $"/openapi/v1/metrics/gpu/instance?instanceId=a1&startTime={s_now.ToUnixTimeSeconds() - 7200}&endTime={s_now.ToUnixTimeSeconds() - 3600}&interval=30",
            client.Handler.Single.RequestUri?.PathAndQuery);
    }

    [Fact]
    public void A_range_without_times_is_the_last_hour()
    {
        var range = MetricRange.Create(null, null, 60, s_now);

        Assert.Equal((s_now.AddHours(-1), null), (range.From, range.To));
    }

    [Theory]
    [InlineData(null, 10, 60, "in the future")]
    [InlineData(-59, null, 60, "60 s or more before")]
    [InlineData(10, null, 60, "60 s or more before")]
    [InlineData(-100, -41, 60, "60 s or more before")]
    [InlineData(-100, null, 14, "15 or more")]
    public void A_range_that_the_service_would_replace_by_its_own_is_refused(int? after, int? before, int interval, string problem)
    {
        var error = Assert.Throws<NovitaException>(() => MetricRange.Create(Time(after), Time(before), interval, s_now));

        Assert.Equal(NovitaErrorKind.RequestInvalid, error.Kind);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_before_there_were_metrics_is_refused() => Assert.Contains(
        "before there were any metrics",
        Assert.Throws<NovitaException>(() => MetricRange.Create(new DateTime(1970, 1, 1), null, 60, s_now)).Message,
        StringComparison.Ordinal);

    private static DateTime? Time(int? seconds) => seconds is { } offset ? s_now.AddSeconds(offset).LocalDateTime : null;

    private static async Task<IReadOnlyList<InstanceMetric>> ReadAsync(string body, string members = "\"cpuNum\":\"16\"")
    {
        using var client = new TestClient(Answers.Json(200, body));
        return await client.Client.GetMetricsAsync(Bodies.ReadOne(members), MetricRange.Create(null, null, 60, s_now), client.Call);
    }
}
