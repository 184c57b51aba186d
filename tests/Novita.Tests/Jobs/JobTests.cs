using System.Management.Automation;
using Novita.Simulator;
using Novita.Simulator.Areas.Jobs;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Jobs;

/// <summary><c>Wait-NovitaJob</c>, <c>Stop-NovitaJob</c> and <c>Save-NovitaInstanceImage</c>.</summary>
public sealed class JobTests : ServiceTest
{
    private static readonly SimulatedJobState s_denied = new("fail", "pushImageFailed", "denied at https://reg.example/?token=hunter2");

    private readonly SimulatedInstance _instance = new() { Name = "train-1", Status = "running" };
    private readonly FastTime _time;

    public JobTests() => _time = UseFastTime();

    [Fact]
    public async Task Saving_an_image_and_waiting_writes_the_job_when_it_has_ended_well()
    {
        var service = await StartAsync();

        var job = Connect(service).Output(
            "Get-NovitaInstance -Name train-1 -Exact | Save-NovitaInstanceImage -ImageUrl reg/x:1 -Wait | Select-Object Id, State").Single();

        Assert.Equal("success", Value(job, "State"));
        Assert.Equal(Assert.Single(service.Jobs.Rows.Snapshot()).Id, Value(job, "Id"));
        Assert.Contains($"\"instanceId\":\"{_instance.Id}\",\"image\":\"reg/x:1\"}}", Assert.Single(service.Requests.Changing).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_save_that_fails_is_an_error_with_its_message_and_its_log_without_tokens()
    {
        var service = await StartAsync(new JobOptions { Count = 0, End = s_denied });

        var run = Connect(service).Invoke("Save-NovitaInstanceImage -Name train-1 -ImageUrl reg/x:1 -Wait");

        Assert.Empty(run.Output);
        Assert.Null(run.Terminating);
        Assert.Equal(("JobFailed", ErrorCategory.InvalidResult), (run.ErrorId, run.Error.CategoryInfo.Category));
        Assert.Equal(service.Jobs.Rows.Snapshot()[0].Id, run.Error.TargetObject);
        var message = run.Error.Exception.Message;
        Assert.Contains("The job failed: pushImageFailed: denied at https://reg.example/?token=********", message, StringComparison.Ordinal);
        Assert.Contains("(log: https://log.gpu-instance.novita.ai/jobs/", message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", message, StringComparison.Ordinal);
        Assert.DoesNotContain("sim-log-token", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Saving_an_image_without_waiting_writes_the_job_as_it_is()
    {
        var service = await StartAsync();

        var job = Connect(service).Output($"Save-NovitaInstanceImage {_instance.Id} -ImageUrl reg/x:1 -ImageAuthId cred-1").Single();

        Assert.Equal(("pulling", "saveImage", _instance.Id), (Value(job, "State"), Value(job, "Type"), Value(job, "InstanceId")));
        Assert.Contains("\"registryAuthId\":\"cred-1\"", Assert.Single(service.Requests.Changing).Body, StringComparison.Ordinal);
        Assert.Equal(2, service.Requests.Count(request => request.Path.EndsWith("/jobs", StringComparison.Ordinal)
            || request.Path.EndsWith("/save/image", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_save_whose_response_is_lost_is_looked_up_and_not_sent_again()
    {
        var service = await StartAsync();
        service.PerformButLose("/job/save/image", times: 1);

        var job = Connect(service).Output($"Save-NovitaInstanceImage {_instance.Id} -ImageUrl reg/x:1").Single();

        Assert.Equal(Assert.Single(service.Jobs.Rows.Snapshot()).Id, Value(job, "Id"));
        Assert.Single(service.Requests.Changing);
    }

    [Fact]
    public async Task What_a_job_forbids_is_refused_with_the_name_of_the_job()
    {
        var service = await StartAsync();
        var shell = Connect(service);
        var job = shell.Output($"Save-NovitaInstanceImage {_instance.Id} -ImageUrl reg/x:1").Single().Properties["Id"].Value;

        foreach (var change in new[] { "Stop-NovitaInstance", "Set-NovitaInstance -AddPort 9000/tcp", "Save-NovitaInstanceImage -ImageUrl reg/x:2" })
        {
            service.Requests.Clear();
            var run = shell.Invoke($"{change} -Id {_instance.Id}");

            Assert.Equal("InvalidState", run.ErrorId);
            Assert.Contains($"whose status is 'running', while job 'saveImage {job}' runs on it", run.Error.Exception.Message, StringComparison.Ordinal);
            Assert.Contains("Wait-NovitaJob", run.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
            Assert.Single(service.Requests.Changing);
            Assert.Equal("GET", service.Requests.Last().Method);
        }
    }

    [Fact]
    public async Task Jobs_are_waited_for_with_one_reading_of_the_list_a_look()
    {
        var service = await StartAsync();
        var now = _time.Provider.GetUtcNow();
        service.Jobs.Rows.Load(Enumerable.Range(0, 30).Select(number => Job($"job-{number:00}", now, number, number == 7 ? s_denied : new("success"))));

        var run = Connect(service).Invoke("Get-NovitaJob | Wait-NovitaJob -IntervalSec 10");

        Assert.Equal(29, run.Output.Length);
        Assert.Equal("job-00", Value(run.Output[0], "Id"));
        Assert.Equal(("JobFailed", "job-07"), (run.ErrorId, run.Error.TargetObject));
        var looks = service.Requests.GroupBy(request => request.StartedAt).ToList();
        Assert.Equal(4, looks.Count);
        Assert.All(looks, look => Assert.InRange(look.Count(), 1, 4));
    }

    [Fact]
    public async Task A_job_that_is_stopped_is_an_error_of_the_wait_for_it()
    {
        var service = await StartAsync();
        service.Jobs.Rows.Load(Job("job-1", _time.Provider.GetUtcNow(), 10, new("break")));

        var run = Connect(service).Invoke("Wait-NovitaJob job-1");

        Assert.Equal("JobFailed", run.ErrorId);
        Assert.Contains("The job was stopped", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.All(service.Requests, request => Assert.Equal("job-1", request.Query["jobId"]));
    }

    [Fact]
    public async Task A_job_is_stopped_once_and_written_as_it_is_then()
    {
        var service = await StartAsync();
        service.Jobs.Rows.Load(Job("job-1", _time.Provider.GetUtcNow(), 1000, new("success")));

        var job = Connect(service).Output("Get-NovitaJob job-1 | Stop-NovitaJob -PassThru -Confirm:$false").Single();

        Assert.Equal("break", Value(job, "State"));
        Assert.Equal("{\"jobId\":\"job-1\"}", Assert.Single(service.Requests.Changing).Body);
    }

    [Theory]
    [InlineData("instanceMigrate", "running", "migration cannot be broken off")]
    [InlineData("saveImage", "success", "'pulling' or 'running'")]
    public async Task What_cannot_be_stopped_is_an_error_that_names_its_state(string type, string state, string advice)
    {
        var service = await StartAsync();
        service.Jobs.Rows.Load(new SimulatedJob { Id = "job-1", Type = type, State = new(state), InstanceId = _instance.Id });

        var run = Connect(service).Invoke("Stop-NovitaJob job-1 -Confirm:$false");

        Assert.Equal("InvalidState", run.ErrorId);
        Assert.Contains($"job 'job-1', whose status is '{state}'", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(advice, run.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
    }

    private SimulatedJob Job(string id, DateTimeOffset begun, int seconds, SimulatedJobState end) => new()
    {
        Id = id,
        State = new("running"),
        Steps = [new(TimeSpan.FromSeconds(seconds), end)],
        Created = begun,
        InstanceId = _instance.Id,
    };

    private async Task<SimulatedService> StartAsync(JobOptions? jobs = null)
    {
        var service = await StartAsync(
            new SimulatorOptions { Instances = 0, TimeProvider = _time.Provider, Jobs = jobs ?? new() { Count = 0 } });
        service.Fleet.Load([_instance]);
        return service;
    }
}
