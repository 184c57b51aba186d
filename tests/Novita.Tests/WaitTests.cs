using System.Diagnostics;
using System.Management.Automation;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary><c>Wait-NovitaInstance</c>, and <c>-Wait</c>.</summary>
public sealed class WaitTests : ServiceTest
{
    private static readonly SimulatedError s_noGpu = new("startFailed", "no GPU on the node");

    [Fact]
    public async Task Two_hundred_started_from_the_pipeline_arrive_by_two_hundred_starts_and_one_list_a_look()
    {
        var time = UseFastTime();
        var service = await StartAsync(time, Workers(200, "exited"));
        var shell = Connect(service);

        var running = shell.Output("$stopped = Get-NovitaInstance -All | Where-Object Status -eq exited; $stopped | Start-NovitaInstance -PassThru | Wait-NovitaInstance");

        Assert.Equal(200, running.Select(instance => instance.Properties["Id"].Value).Distinct().Count());
        Assert.All(running, instance => Assert.Equal("running", instance.Properties["Status"].Value));
        Assert.Equal(200, service.Requests.Changing.Count);

        // Looks at 0, 5, 10 and 15 s, of a page numbered 0, one numbered 1 and the second, at most; and the list before.
        var looks = service.Requests.SkipWhile(request => request.Method == "GET").Where(IsList).GroupBy(request => request.StartedAt).ToList();
        Assert.Equal(4, looks.Count);
        Assert.All(looks, look => Assert.InRange(look.Count(), 2, 3));
        Assert.DoesNotContain(service.Requests, request => request.Method == "GET" && !IsList(request));
    }

    [Fact]
    public async Task Three_that_fail_to_start_are_three_errors_and_the_others_arrive()
    {
        var time = UseFastTime();
        var fleet = Workers(200, "exited");
        var service = await StartAsync(time, fleet);
        var bad = new HashSet<string>([fleet[0].Id, fleet[77].Id, fleet[199].Id]);
        service.Fail(InstanceAction.Start, s_noGpu, when: instance => bad.Contains(instance.Id));

        var run = Connect(service).Invoke("Get-NovitaInstance -All | Start-NovitaInstance -PassThru | Wait-NovitaInstance");

        Assert.Null(run.Terminating);
        Assert.Equal(197, run.Output.Length);
        Assert.Equal(bad.Order(), run.Errors.Select(error => (string)error.TargetObject).Order());
        Assert.All(run.Errors, error =>
        {
            Assert.Equal("WaitUnreachable,Novita.Commands.WaitNovitaInstanceCommand", error.FullyQualifiedErrorId);
            Assert.Equal(ErrorCategory.InvalidResult, error.CategoryInfo.Category);
            Assert.Contains("no GPU on the node", error.Exception.Message, StringComparison.Ordinal);
            Assert.Contains("'exited'", error.Exception.Message, StringComparison.Ordinal);
            Assert.NotEmpty(error.ErrorDetails.RecommendedAction);
        });
    }

    [Fact]
    public async Task Each_comes_out_as_it_arrives()
    {
        var time = UseFastTime();
        var fleet = Workers(4, "starting");
        var service = await StartAsync(time, fleet);
        foreach (var (number, seconds) in new[] { (0, 40), (1, 7), (2, 90), (3, 21) })
        {
            service.Fleet.At(TimeSpan.FromSeconds(seconds), now => now.Update(fleet[number].Id, instance => instance with { Status = "running" }));
        }

        var shell = Connect(service).With("begin", time.Provider.GetUtcNow()).With("clock", time.Provider);
        var output = shell.Output("Get-NovitaInstance | Wait-NovitaInstance -IntervalSec 10 | ForEach-Object { \"$($_.Name) $(($clock.GetUtcNow() - $begin).TotalSeconds)\" }");

        Assert.Equal(["worker-1 10", "worker-3 30", "worker-0 40", "worker-2 90"], output.Select(text => text.ToString()));
    }

    [Fact]
    public async Task What_has_arrived_already_is_written_after_one_look()
    {
        var time = UseFastTime();
        var service = await StartAsync(time, Workers(3, "running"));

        Assert.Equal(3, Connect(service).Output("Wait-NovitaInstance -Name worker-0, worker-1, worker-2").Length);

        Assert.Single(service.Requests.Select(request => request.StartedAt).Distinct());
    }

    [Theory]
    [InlineData("exited, running", 2)]
    [InlineData("EXITED", 1)]
    public async Task Any_of_several_statuses_will_do(string status, int arrived)
    {
        var time = UseFastTime();
        var service = await StartAsync(time, new SimulatedInstance { Status = "running" }, new SimulatedInstance { Status = "stopping" });
        service.Fleet.At(TimeSpan.FromSeconds(12), fleet => fleet.Update(fleet.Snapshot()[1].Id, instance => instance with { Status = "exited" }));

        var run = Connect(service).Invoke($"Get-NovitaInstance | Wait-NovitaInstance -Status {status} -TimeoutSec 60");

        Assert.Equal(arrived, run.Output.Length);
        Assert.Equal(2 - arrived, run.Errors.Length);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(0)]
    public async Task Removed_is_reached_by_an_instance_that_is_gone(int kept)
    {
        var time = UseFastTime();
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = time.Provider, Lifecycle = new() { RemovedKept = TimeSpan.FromSeconds(kept) } });
        service.Fleet.Load(Workers(3, "running"));

        var output = Connect(service).Output("Get-NovitaInstance | Remove-NovitaInstance -Confirm:$false -PassThru | Wait-NovitaInstance -Status removed");

        Assert.Equal(3, output.Length);
        Assert.All(output, instance => Assert.Equal("removed", instance.Properties["Status"].Value));
        Assert.InRange((time.Provider.GetUtcNow() - service.Requests.First().StartedAt).TotalSeconds, 6, 20);
    }

    [Fact]
    public async Task An_instance_that_vanishes_on_the_way_cannot_arrive()
    {
        var time = UseFastTime();
        var service = await StartAsync(time, new SimulatedInstance { Name = "gone", Status = "starting" }, new SimulatedInstance { Status = "running" });
        var gone = service.Fleet.Snapshot()[0].Id;
        service.Fleet.At(TimeSpan.FromSeconds(12), fleet => fleet.Remove(gone));

        var run = Connect(service).Invoke("Get-NovitaInstance | Wait-NovitaInstance");

        Assert.Single(run.Output);
        Assert.Equal("WaitUnreachable", run.ErrorId);
        Assert.Equal(gone, run.Error.TargetObject);
        Assert.Contains("gone; its last status was 'starting'", run.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_id_that_never_was_is_not_found()
    {
        var time = UseFastTime();
        var service = await StartAsync(time, new SimulatedInstance());

        var run = Connect(service).Invoke("Wait-NovitaInstance -Id no-such");

        Assert.Equal("NotFound", run.ErrorId);
        Assert.Equal("no-such", run.Error.TargetObject);
        Assert.InRange((time.Provider.GetUtcNow() - service.Requests.First().StartedAt).TotalSeconds, 0, 10);
    }

    [Fact]
    public async Task Past_the_time_each_that_is_missing_is_an_error_with_its_last_status()
    {
        var time = UseFastTime();
        var fleet = new SimulatedInstance[] { new() { Status = "pulling" }, new() { Status = "running" }, new() { Status = "starting" } };
        var service = await StartAsync(time, fleet);
        var begin = time.Provider.GetUtcNow();

        var run = Connect(service).Invoke("Get-NovitaInstance | Wait-NovitaInstance -TimeoutSec 47");

        Assert.Null(run.Terminating);
        Assert.Single(run.Output);
        Assert.Equal(47, (time.Provider.GetUtcNow() - begin).TotalSeconds);
        Assert.Equal([fleet[0].Id, fleet[2].Id], run.Errors.Select(error => error.TargetObject));
        Assert.All(run.Errors, error =>
        {
            Assert.StartsWith("WaitTimedOut,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal(ErrorCategory.OperationTimeout, error.CategoryInfo.Category);
            Assert.Contains("-TimeoutSec", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        });
        Assert.Contains("'running' within 47 s: its last status was 'pulling'", run.Errors[0].Exception.Message, StringComparison.Ordinal);
        Assert.Contains("its last status was 'starting'", run.Errors[1].Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_status_that_is_not_yet_what_was_begun_is_no_failure()
    {
        var time = UseFastTime();
        var service = await StartAsync(time, new SimulatedInstance { Status = "exited" });
        service.Fleet.At(TimeSpan.FromSeconds(32), fleet => fleet.Begin(fleet.Snapshot()[0].Id, InstanceAction.Start));

        Assert.Single(Connect(service).Output("Get-NovitaInstance | Wait-NovitaInstance"));
    }

    [Theory]
    [InlineData("Start", "running")]
    [InlineData("Stop", "exited")]
    [InlineData("Restart", "running")]
    [InlineData("Remove", "removed")]
    [InlineData("Update", "running")]
    [InlineData("Move", "running")]
    public async Task Wait_of_an_action_writes_what_is_done(string verb, string status)
    {
        var time = UseFastTime();
        var change = Change.Of(verb);
        var service = await StartAsync(time, Workers(3, change.From));
        var shell = Connect(service);

        Assert.Empty(shell.Output($"{change.Script} -Name worker-0 -Wait"));
        Assert.Equal(status, service.Fleet.Snapshot()[0].Status);

        var output = shell.Output($"Get-NovitaInstance -Name worker-1, worker-2 | {change.Script} -Wait -PassThru");
        Assert.Equal([status, status], output.Select(instance => instance.Properties["Status"].Value));
        Assert.Equal(3, service.Requests.Changing.Count);
    }

    [Theory]
    [MemberData(nameof(Change.Actions), MemberType = typeof(Change))]
    public async Task Wait_of_an_action_says_what_took_too_long_and_what_was_refused(string verb)
    {
        var time = UseFastTime();
        var change = Change.Of(verb);
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = time.Provider, Lifecycle = new Lifecycle().Faster(0.01) });
        var slow = new SimulatedInstance { Status = change.From };
        service.Fleet.Load([slow]);
        var begin = time.Provider.GetUtcNow();

        var run = Connect(service).With("ids", new[] { slow.Id, "no-such" }).Invoke($"$ids | {change.Script} -Wait -TimeoutSec 20 -IntervalSec 3 -PassThru");

        Assert.Empty(run.Output);
        Assert.Equal(["NotFound no-such", $"WaitTimedOut {slow.Id}"], run.Errors.Select(error => $"{error.FullyQualifiedErrorId.Split(',')[0]} {error.TargetObject}"));
        Assert.Equal(20, (time.Provider.GetUtcNow() - begin).TotalSeconds);
    }

    [Fact]
    public async Task An_action_that_fails_on_the_way_is_an_error_and_the_others_are_done()
    {
        var time = UseFastTime();
        var fleet = Workers(3, "exited");
        var service = await StartAsync(time, fleet);
        service.Fail(InstanceAction.Start, s_noGpu, when: instance => instance.Id == fleet[1].Id);

        var run = Connect(service).Invoke("Get-NovitaInstance | Start-NovitaInstance -Wait -PassThru");

        Assert.Equal(2, run.Output.Length);
        Assert.Equal("WaitUnreachable,Novita.Commands.StartNovitaInstanceCommand", run.Error.FullyQualifiedErrorId);
        Assert.Equal(fleet[1].Id, run.Error.TargetObject);
    }

    [Fact]
    public async Task An_outage_is_ridden_out_with_one_warning()
    {
        var time = UseFastTime();
        var service = await StartAsync(time, Workers(3, "starting"));
        service.Fleet.At(TimeSpan.FromMinutes(11), fleet =>
        {
            foreach (var instance in fleet.Snapshot())
            {
                fleet.Replace(instance with { Status = "running" });
            }
        });
        var shell = Connect(service);
        service.Outage(time.Provider.GetUtcNow().AddSeconds(10), time.Provider.GetUtcNow().AddMinutes(10));

        var run = shell.Invoke("Get-NovitaInstance | Wait-NovitaInstance");

        Assert.Equal(3, run.Output.Length);
        Assert.Empty(run.Errors);
        Assert.Contains("503", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outage_of_one_of_two_sessions_is_one_warning_and_the_other_arrives()
    {
        var time = UseFastTime();
        var one = await StartAsync(time, new SimulatedInstance { Name = "one", Status = "starting" });
        var two = await StartAsync(time, new SimulatedInstance { Name = "two", Status = "starting" });
        foreach (var (service, seconds) in new[] { (one, 700), (two, 900) })
        {
            service.Fleet.At(TimeSpan.FromSeconds(seconds), fleet => fleet.Replace(fleet.Snapshot()[0] with { Status = "running" }));
        }

        // The one that is out fails before the other answers.
        using var slow = two.Intercept(async (context, next) =>
        {
            await Task.Delay(30);
            await next(context);
        });
        var shell = Connect(one, "-Name one -MaximumRetryCount 0").With("endpoint", two.Endpoint).With("key", two.ApiKey);
        shell.Output("Connect-Novita -Endpoint $endpoint -ApiKey $key -Name two; $all = Get-NovitaInstance -Session one, two -All");
        one.Outage(TimeSpan.FromMinutes(5));

        var run = shell.Invoke("$all | Wait-NovitaInstance");

        Assert.Equal(["one", "two"], run.Output.Select(instance => instance.Properties["Name"].Value));
        Assert.Single(run.Warnings);
    }

    [Fact]
    public async Task A_key_that_is_refused_ends_the_wait_at_once()
    {
        var time = UseFastTime();
        var service = await StartAsync(time, Workers(2, "starting"));
        var shell = Connect(service);
        shell.Output("$all = Get-NovitaInstance");
        using var fault = service.Intercept((context, _) =>
        {
            context.Response.StatusCode = 401;
            return Task.CompletedTask;
        });

        Assert.Equal("ApiKeyRefused", shell.Invoke("$all | Wait-NovitaInstance").ErrorId);
    }

    [Fact]
    public async Task Progress_tells_how_many_have_arrived_and_where_the_others_are()
    {
        var time = UseFastTime();
        var fleet = Workers(3, "starting");
        var service = await StartAsync(time, fleet);
        service.Fleet.At(TimeSpan.FromSeconds(3), now => now.Replace(fleet[0] with { Status = "running" }));
        service.Fleet.At(TimeSpan.FromSeconds(300), now => Array.ForEach(fleet, instance => now.Replace(instance with { Status = "running" })));

        var run = Connect(service).Invoke("Get-NovitaInstance | Wait-NovitaInstance");

        Assert.Contains(run.Progress, record => record is { Activity: "Wait-NovitaInstance", StatusDescription: "1 of 3 instances, 2 starting", PercentComplete: 33 });
        Assert.Equal(ProgressRecordType.Completed, run.Progress[^1].RecordType);
    }

    [Theory]
    [InlineData("Get-NovitaInstance | Wait-NovitaInstance -Status exited -IntervalSec 3600 -TimeoutSec 7200", 2)]
    [InlineData("Get-NovitaInstance | Restart-NovitaInstance -Wait -IntervalSec 3600 -TimeoutSec 7200", 2)]
    [InlineData("Watch-NovitaInstance -IntervalSec 3600", 1)]
    public async Task Stop_ends_a_wait_at_once_and_without_an_error(string script, int lists)
    {
        // Restarting takes longer than this test, so that there is something to wait for.
        var service = await StartAsync(new SimulatorOptions { Instances = 0, Lifecycle = new Lifecycle().Faster(0.001) });
        service.Fleet.Add(new SimulatedInstance());
        var runspace = Connect(service);
        using var shell = PowerShell.Create(runspace.Runspace);
        shell.AddScript(script);
        var running = shell.BeginInvoke();
        Assert.True(SpinWait.SpinUntil(() => service.Requests.Count(IsList) == lists && service.Requests.Concurrent == 0, TimeSpan.FromSeconds(30)));
        await Task.Delay(100);

        var watch = Stopwatch.StartNew();
        shell.Stop();

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
        Assert.Throws<PipelineStoppedException>(() => shell.EndInvoke(running));
        Assert.Empty(shell.Streams.Error);
    }

    [Fact]
    public async Task The_first_that_arrives_can_end_the_wait()
    {
        var time = UseFastTime();
        var fleet = Workers(3, "starting");
        var service = await StartAsync(time, fleet);
        service.Fleet.At(TimeSpan.FromSeconds(7), now => now.Replace(fleet[2] with { Status = "running" }));

        var output = Connect(service).Output("foreach ($i in 1) { Get-NovitaInstance | Wait-NovitaInstance | ForEach-Object { $_.Name; break } }");

        Assert.Equal("worker-2", output.Single().ToString());
        Assert.InRange((time.Provider.GetUtcNow() - service.Requests.First().StartedAt).TotalSeconds, 5, 10);
    }

    private static SimulatedInstance[] Workers(int count, string status) =>
        [.. Enumerable.Range(0, count).Select(number => new SimulatedInstance { Name = $"worker-{number}", Status = status })];

    private static bool IsList(RecordedRequest request) => request.Path.EndsWith("/gpu/instances", StringComparison.Ordinal);

    private async Task<SimulatedService> StartAsync(FastTime time, params SimulatedInstance[] fleet)
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = time.Provider });
        service.Fleet.Load(fleet);
        return service;
    }
}
