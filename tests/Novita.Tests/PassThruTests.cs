using System.Management.Automation;
using Novita.Simulator;
using Novita.Simulator.Faults;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary>What the cmdlets that change instances write.</summary>
public sealed class PassThruTests : ServiceTest
{
    [Theory]
    [InlineData("Start-NovitaInstance", "exited", "toStart", "Instance")]
    [InlineData("Stop-NovitaInstance", "running", "toStop", "Instance")]
    [InlineData("Restart-NovitaInstance", "running", "toRestart", "Instance")]
    [InlineData("Remove-NovitaInstance -Confirm:$false", "running", "toRemove", "Instance")]
    [InlineData("Set-NovitaInstance -AddPort 9000/tcp", "running", "running", "InstanceDetail")]
    [InlineData("Update-NovitaInstance -ImageUrl other:2 -Confirm:$false", "running", "toReset", "InstanceDetail")]
    [InlineData("Move-NovitaInstance -Confirm:$false", "running", "migrating", "Instance")]
    public async Task A_copy_of_the_instance_comes_out_with_the_status_it_has_now(string script, string from, string to, string type)
    {
        var service = await StartAsync(new SimulatedInstance { Status = from });

        var output = Connect(service).Output($"$in = Get-NovitaInstance; $in; $in | {script} -PassThru");

        Assert.Equal([from, to], output.Select(instance => Value(instance, "Status")));
        Assert.Equal($"Novita.{type}", output[1].BaseObject.GetType().FullName);
    }

    [Theory]
    [InlineData("Stop-NovitaInstance", 0)]
    [InlineData("Remove-NovitaInstance -Confirm:$false", 1)]
    public async Task An_instance_is_read_again_only_where_the_reply_does_not_say_enough(string script, int reads)
    {
        var service = await StartAsync(new SimulatedInstance());
        var shell = Connect(service);
        shell.Output("$in = Get-NovitaInstance");
        service.Requests.Clear();

        shell.Output($"$in | {script} -PassThru");

        Assert.Equal(reads, service.Requests.Count(request => request.Method == "GET"));
    }

    [Fact]
    public async Task An_id_comes_out_as_the_detail_that_it_has_now_and_only_with_PassThru()
    {
        var service = await StartAsync(new SimulatedInstance { Id = "a" }, new SimulatedInstance { Id = "b" });
        var shell = Connect(service, "-Name prod");

        Assert.Empty(shell.Output("Stop-NovitaInstance -Id a"));
        Assert.Single(service.Requests);

        var output = shell.Output("Stop-NovitaInstance -Id b -PassThru").Single();
        Assert.Equal("Novita.InstanceDetail", output.BaseObject.GetType().FullName);
        Assert.Equal(("toStop", "prod"), (Value(output, "Status"), Value(output, "SessionName")));
    }

    [Theory]
    [InlineData(ActionReply.Empty)]
    [InlineData(ActionReply.EmptyObject)]
    public async Task A_reply_without_a_status_is_made_up_for(ActionReply reply)
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 0, ActionReply = reply });
        service.Fleet.Add(new SimulatedInstance { Status = "exited" });

        var output = Connect(service).Output("$in = Get-NovitaInstance; $in; $in | Start-NovitaInstance -PassThru");

        Assert.Equal("exited", Value(output[0], "Status"));
        Assert.Equal("toStart", Value(output[1], "Status"));
    }

    [Fact]
    public async Task The_order_is_that_of_the_input_whatever_takes_longer()
    {
        var fleet = Enumerable.Range(0, 24).Select(_ => new SimulatedInstance()).ToArray();
        var ids = fleet.Select(instance => instance.Id).Order(StringComparer.Ordinal).ToArray();
        var service = await StartAsync(fleet);
        var shell = Connect(service).With("ids", ids);
        var number = 0;
        using var slow = service.Intercept(async (context, next) =>
        {
            await Task.Delay(Interlocked.Increment(ref number) % 8 == 1 ? 40 : 1);
            await next(context);
        });

        Assert.Equal(ids, shell.Output("$ids | Stop-NovitaInstance -PassThru").Select(instance => Value(instance, "Id")));

        Assert.InRange(service.Requests.PeakConcurrent, 2, 8);
    }

    [Fact]
    public async Task A_pipeline_that_ends_early_sees_what_was_sent_through_and_sends_no_more()
    {
        var fleet = Enumerable.Range(0, 40).Select(_ => new SimulatedInstance { Status = "exited" }).ToArray();
        var service = await StartAsync(fleet);
        var shell = Connect(service, "-ThrottleLimit 4").With("ids", fleet.Select(instance => instance.Id).ToArray());
        using var slow = service.Intercept(async (context, next) =>
        {
            await Task.Delay(service.Requests.Count == 1 ? 1 : 100);
            await next(context);
        });

        shell.Output("foreach ($i in 1) { $ids | Start-NovitaInstance -PassThru | ForEach-Object { break } }");

        var sent = service.Requests.Where(request => request.Path.EndsWith("/start", StringComparison.Ordinal)).ToList();
        Assert.InRange(sent.Count, 1, 5);
        Assert.All(sent, request => Assert.Equal(200, request.Status));
    }

    [Fact]
    public async Task A_change_that_cannot_be_read_back_is_a_warning_and_no_error()
    {
        var chosen = new SimulatedInstance { Status = "exited" };
        var service = await StartAsync(chosen);
        var shell = Connect(service, "-MaximumRetryCount 0").With("id", chosen.Id);
        using var fault = service.Inject(StatusFaults.Of(503), request => request.Method == "GET");

        var run = shell.Invoke("Start-NovitaInstance -Id $id -PassThru");

        Assert.Empty(run.Errors);
        Assert.Empty(run.Output);
        Assert.Contains(chosen.Id, Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.Contains("change was made", run.Warnings[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removed_instance_that_is_gone_comes_out_as_removed()
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 0, Lifecycle = Lifecycle.Instant });
        service.Fleet.Add(new SimulatedInstance());

        var output = Connect(service).Output("Get-NovitaInstance | Remove-NovitaInstance -Confirm:$false -PassThru").Single();

        Assert.Equal("removed", Value(output, "Status"));
    }

    [Fact]
    public async Task A_change_of_many_shows_a_bar_and_ends_it()
    {
        var fleet = Enumerable.Range(0, 20).Select(_ => new SimulatedInstance()).ToArray();

        var run = Connect(await StartAsync(fleet)).With("ids", fleet.Select(instance => instance.Id)).Invoke("$ids | Stop-NovitaInstance");

        Assert.Equal(("Stop-NovitaInstance", "2 of 20 instances"), (run.Progress[0].Activity, run.Progress[0].StatusDescription));
        Assert.Equal(ProgressRecordType.Completed, run.Progress[^1].RecordType);
    }
}
