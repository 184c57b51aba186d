using System.Diagnostics;
using System.Management.Automation;
using Novita.Simulator;
using Novita.Simulator.Faults;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary><c>Wait-NovitaInstance</c>, and <c>-Wait</c>.</summary>
public sealed class WaitTests : ServiceTest
{
    private static readonly SimulatedError s_noGpu = new("startFailed", "no GPU on the node");

    [Fact]
    public async Task Two_hundred_started_from_the_pipeline_arrive_by_two_hundred_starts_and_one_list_a_look()
    {
        var service = await StartInFastTimeAsync(Workers(200, "exited"));
        var shell = Connect(service);

        var running = shell.Output("$stopped = Get-NovitaInstance -All | Where-Object Status -eq exited; $stopped | Start-NovitaInstance -PassThru | Wait-NovitaInstance");

        Assert.Equal(200, running.Select(instance => Value(instance, "Id")).Distinct().Count());
        Assert.All(running, instance => Assert.Equal("running", Value(instance, "Status")));
        Assert.Equal(200, service.Requests.Changing.Count);

        // Looks at 0, 5, 10 and 15 s, of a page numbered 0, one numbered 1 and the second, at most; and the list before.
        var looks = service.Requests.SkipWhile(request => request.Method == "GET").Where(IsList).GroupBy(request => request.StartedAt).ToList();
        Assert.Equal(4, looks.Count);
        Assert.All(looks, look => Assert.InRange(look.Count(), 2, 3));
        Assert.DoesNotContain(service.Requests, request => request.Method == "GET" && !IsList(request));
    }

    [Theory]
    [InlineData("Get-NovitaInstance | Start-NovitaInstance -PassThru | Wait-NovitaInstance", "Wait")]
    [InlineData("Get-NovitaInstance | Start-NovitaInstance -Wait -PassThru", "Start")]
    public async Task An_instance_that_fails_to_start_is_an_error_and_the_others_arrive(string script, string verb)
    {
        var fleet = Workers(3, "exited");
        var service = await StartInFastTimeAsync(fleet);
        service.Fail(InstanceAction.Start, s_noGpu, when: instance => instance.Id == fleet[1].Id);

        var run = Connect(service).Invoke(script);

        Assert.Null(run.Terminating);
        Assert.Equal([fleet[0].Id, fleet[2].Id], run.Output.Select(instance => Value(instance, "Id")));
        Assert.Equal($"WaitUnreachable,Novita.Commands.{verb}NovitaInstanceCommand", run.Error.FullyQualifiedErrorId);
        Assert.Equal((ErrorCategory.InvalidResult, fleet[1].Id), (run.Error.CategoryInfo.Category, run.Error.TargetObject));
        Assert.Contains("no GPU on the node", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("'exited'", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.NotEmpty(run.Error.ErrorDetails.RecommendedAction);
    }

    [Fact]
    public async Task Each_comes_out_as_it_arrives()
    {
        var time = UseFastTime();
        var fleet = Workers(4, "starting");
        var service = await StartInFastTimeAsync(fleet);
        foreach (var (number, seconds) in new[] { (0, 40), (1, 7), (2, 90), (3, 21) })
        {
            service.Fleet.At(TimeSpan.FromSeconds(seconds), now => now.Update(fleet[number].Id, instance => instance with { Status = "running" }));
        }

        var shell = Connect(service).With("begin", time.Provider.GetUtcNow()).With("clock", time.Provider);
        var output = shell.Output("Get-NovitaInstance | Wait-NovitaInstance -IntervalSec 10 | ForEach-Object { \"$($_.Name) $(($clock.GetUtcNow() - $begin).TotalSeconds)\" }");

        Assert.Equal(["worker-1 10", "worker-3 30", "worker-0 40", "worker-2 90"], output.Select(text => text.ToString()));
    }

    [Theory]
    [InlineData("exited, running", 2)]
    [InlineData("EXITED", 1)]
    public async Task Any_of_the_statuses_will_do_and_past_the_time_each_that_is_missing_is_an_error(string status, int arrived)
    {
        var time = UseFastTime();
        var fleet = new SimulatedInstance[] { new() { Status = "running" }, new() { Status = "stopping" } };
        var service = await StartInFastTimeAsync(fleet);
        service.Fleet.At(TimeSpan.FromSeconds(12), now => now.Replace(fleet[1] with { Status = "exited" }));
        var begin = time.Provider.GetUtcNow();

        var run = Connect(service).Invoke($"Get-NovitaInstance | Wait-NovitaInstance -Status {status} -TimeoutSec 47");

        Assert.Null(run.Terminating);
        Assert.Equal(arrived, run.Output.Length);
        Assert.Equal(2 - arrived, run.Errors.Length);
        Assert.All(run.Errors, error =>
        {
            Assert.StartsWith("WaitTimedOut,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
            Assert.Equal((ErrorCategory.OperationTimeout, fleet[0].Id), (error.CategoryInfo.Category, error.TargetObject));
            Assert.Contains("-TimeoutSec", error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
            Assert.Contains("'exited' within 47 s: its last status was 'running'", error.Exception.Message, StringComparison.Ordinal);
            Assert.Equal(47, (time.Provider.GetUtcNow() - begin).TotalSeconds);
        });
    }

    [Theory]
    [InlineData("'no-such' | Wait-NovitaInstance", "NotFound", "no-such")]
    [InlineData("'gone' | Wait-NovitaInstance", "WaitUnreachable", "gone")]
    public async Task An_instance_that_is_not_there_is_an_error(string script, string id, string target)
    {
        var service = await StartInFastTimeAsync(new SimulatedInstance { Id = "gone", Status = "starting" });
        service.Fleet.At(TimeSpan.FromSeconds(12), fleet => fleet.Remove("gone"));

        var run = Connect(service).Invoke(script);

        Assert.Equal((id, target), (run.ErrorId, run.Error.TargetObject));
    }

    [Fact]
    public async Task An_instance_that_has_gone_comes_out_as_removed()
    {
        var service = await StartInFastTimeAsync(new SimulatedInstance { Id = "gone", Status = "removing" });
        service.Fleet.At(TimeSpan.FromSeconds(12), fleet => fleet.Remove("gone"));

        var status = Connect(service).Texts("(Get-NovitaInstance | Wait-NovitaInstance -Status removed).Status");

        Assert.Equal(["removed"], status);
    }

    [Theory]
    [InlineData("Start-NovitaInstance", "exited", "running")]
    [InlineData("Stop-NovitaInstance", "running", "exited")]
    [InlineData("Restart-NovitaInstance", "running", "running")]
    [InlineData("Remove-NovitaInstance -Confirm:$false", "running", "removed")]
    [InlineData("Update-NovitaInstance -ImageUrl other:2 -Confirm:$false", "running", "running")]
    [InlineData("Move-NovitaInstance -Confirm:$false", "running", "running")]
    public async Task Wait_of_an_action_writes_what_is_done(string script, string from, string status)
    {
        var service = await StartInFastTimeAsync(Workers(3, from));
        var shell = Connect(service);

        Assert.Empty(shell.Output($"{script} -Name worker-0 -Wait"));
        Assert.Equal(status, service.Fleet.Snapshot()[0].Status);

        var output = shell.Output($"Get-NovitaInstance -Name worker-1, worker-2 | {script} -Wait -PassThru");
        Assert.Equal([status, status], output.Select(instance => Value(instance, "Status")));
        Assert.Equal(3, service.Requests.Changing.Count);
    }

    [Fact]
    public async Task Wait_of_an_action_says_what_took_too_long_and_what_was_refused()
    {
        var time = UseFastTime();
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = time.Provider, Lifecycle = new Lifecycle().Faster(0.01) });
        service.Fleet.Load([new SimulatedInstance { Id = "slow" }]);
        var begin = time.Provider.GetUtcNow();

        var run = Connect(service).Invoke("'slow', 'no-such' | Stop-NovitaInstance -Wait -TimeoutSec 20 -IntervalSec 3 -PassThru");

        Assert.Empty(run.Output);
        Assert.Equal(
            ["NotFound no-such", "WaitTimedOut slow"],
            run.Errors.Select(error => $"{error.FullyQualifiedErrorId.Split(',')[0]} {error.TargetObject}"));
        Assert.Equal(20, (time.Provider.GetUtcNow() - begin).TotalSeconds);
    }

    [Fact]
    public async Task An_outage_of_one_of_two_sessions_is_one_warning_and_the_other_arrives()
    {
        UseFastTime();
        var one = await StartInFastTimeAsync(new SimulatedInstance { Name = "one", Status = "starting" });
        var two = await StartInFastTimeAsync(new SimulatedInstance { Name = "two", Status = "starting" });
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
        var shell = ConnectBoth(one, two, "-MaximumRetryCount 0");
        shell.Output("$all = Get-NovitaInstance -Session one, two -All");
        one.Outage(TimeSpan.FromMinutes(5));

        var run = shell.Invoke("$all | Wait-NovitaInstance");

        Assert.Equal(["one", "two"], run.Output.Select(instance => Value(instance, "Name")));
        Assert.Contains("503", Assert.Single(run.Warnings), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("$all | Wait-NovitaInstance")]
    [InlineData("Watch-NovitaInstance")]
    public async Task A_key_that_is_refused_ends_a_wait_and_a_watch_at_once(string script)
    {
        var service = await StartInFastTimeAsync(Workers(2, "starting"));
        var shell = Connect(service);
        shell.Output("$all = Get-NovitaInstance");
        using var fault = service.Inject(StatusFaults.Of(401));

        Assert.Equal("ApiKeyRefused", shell.Invoke(script).ErrorId);
    }

    [Fact]
    public async Task Progress_tells_how_many_have_arrived_and_where_the_others_are()
    {
        var fleet = Workers(3, "starting");
        var service = await StartInFastTimeAsync(fleet);
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
        var service = await StartInFastTimeAsync(fleet);
        service.Fleet.At(TimeSpan.FromSeconds(7), now => now.Replace(fleet[2] with { Status = "running" }));

        var output = Connect(service).Output("foreach ($i in 1) { Get-NovitaInstance | Wait-NovitaInstance | ForEach-Object { $_.Name; break } }");

        Assert.Equal("worker-2", output.Single().ToString());
        Assert.InRange((time.Provider.GetUtcNow() - service.Requests.First().StartedAt).TotalSeconds, 5, 10);
    }

    private static SimulatedInstance[] Workers(int count, string status) =>
        [.. Enumerable.Range(0, count).Select(number => new SimulatedInstance { Name = $"worker-{number}", Status = status })];

    private static bool IsList(RecordedRequest request) => request.Path.EndsWith("/gpu/instances", StringComparison.Ordinal);
}
