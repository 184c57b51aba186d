using System.Globalization;
using Novita.Client.Operations;

namespace Novita.Client.Tests.Actions;

/// <summary>Starting and stopping a job whose response is lost: the list of jobs is read, and nothing is sent twice.</summary>
public sealed class JobTests
{
    private static readonly Answer s_lost = Answers.Status(500);

    [Fact]
    public async Task A_save_whose_response_is_lost_is_the_only_job_of_the_instance_since_a_minute_before()
    {
        using var test = new TestClient(s_lost, Jobs(Job("job-1", "b2", "running"), Job("job-2", "a1", "running")));

        Assert.Equal("job-2", (await SaveAsync(test)).Id);

        var query = test.Handler.Requests.Last().RequestUri!.Query;
        var after = (test.Clock.UtcNow - TimeSpan.FromMinutes(1)).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Assert.Contains($"type=saveImage&startTime={after}", query, StringComparison.Ordinal);
        Assert.Single(test.Handler.Sent);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(403)]
    public async Task A_save_whose_response_is_lost_stays_open_where_the_list_does_not_show_it_or_cannot_be_read(int status)
    {
        using var test = new TestClient(s_lost, status == 200 ? Jobs(Job("job-1", "b2", "running")) : Answers.Status(status));

        var error = await Assert.ThrowsAsync<NovitaException>(() => SaveAsync(test));

        Assert.Equal((500, true), (error.StatusCode, error.MayHaveHappened));
    }

    [Fact]
    public async Task A_save_that_was_started_is_a_job_although_the_list_cannot_be_read()
    {
        using var test = new TestClient(Answers.Json(200, "{\"jobId\":\"job-1\"}"), Answers.Status(403));

        var job = await SaveAsync(test);

        Assert.Equal(("job-1", "saveImage", "a1"), (job.Id, job.Type, job.InstanceId));
    }

    [Fact]
    public async Task A_stop_whose_response_is_lost_was_made_where_the_list_shows_it()
    {
        using var test = new TestClient(s_lost, Jobs(Job("job-1", "a1", "break")));

        await test.Client.StopJobAsync("job-1", test.Call);

        Assert.Single(test.Handler.Sent);
    }

    [Theory]
    [InlineData(200, "running")]
    [InlineData(403, null)]
    public async Task A_stop_whose_response_is_lost_stays_open_where_the_job_runs_on_or_cannot_be_read(int status, string? state)
    {
        using var test = new TestClient(s_lost, status == 200 ? Jobs(Job("job-1", "a1", state!)) : Answers.Status(status));

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.StopJobAsync("job-1", test.Call));

        Assert.Equal((500, true, state), (error.StatusCode, error.MayHaveHappened, error.Subject?.State));
    }

    private static Task<Job> SaveAsync(TestClient test) => test.Client.BeginSaveImageAsync("a1", "reg/x:1", null, test.Call);

    private static string Job(string id, string instance, string state) =>
        $$"""{"Id":"{{id}}","type":"saveImage","state":{"state":"{{state}}"},"instanceId":"{{instance}}"}""";

    private static Answer Jobs(params string[] jobs) =>
        Answers.Json(200, $$"""{"jobs":[{{string.Join(",", jobs)}}],"total":{{jobs.Length}}}""");
}
