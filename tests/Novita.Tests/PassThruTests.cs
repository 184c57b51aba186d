using System.Management.Automation;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary>What the cmdlets that change instances write.</summary>
public sealed class PassThruTests : ServiceTest
{
    [Theory]
    [MemberData(nameof(Change.Verbs), MemberType = typeof(Change))]
    public async Task An_instance_comes_out_with_the_status_it_has_now(string verb)
    {
        var change = Change.Of(verb);
        var service = await StartAsync(new SimulatedInstance { Status = change.From });
        var shell = Connect(service);

        var output = shell.Output($"$in = Get-NovitaInstance; $in; $in | {change.Script} -PassThru");

        Assert.Equal(2, output.Length);
        Assert.Equal(change.To, output[1].Properties["Status"].Value);
        Assert.Equal(change.From, output[0].Properties["Status"].Value);
        Assert.Equal(verb is "Set" or "Update" ? "Novita.InstanceDetail" : "Novita.Instance", output[1].BaseObject.GetType().FullName);
    }

    [Theory]
    [InlineData("Start", 0)]
    [InlineData("Stop", 0)]
    [InlineData("Restart", 0)]
    [InlineData("Remove", 1)]
    [InlineData("Move", 1)]
    public async Task An_instance_is_read_again_only_where_the_reply_does_not_say_enough(string verb, int reads)
    {
        var change = Change.Of(verb);
        var service = await StartAsync(new SimulatedInstance { Status = change.From });
        var shell = Connect(service);
        shell.Output("$in = Get-NovitaInstance");
        service.Requests.Clear();

        shell.Output($"$in | {change.Script} -PassThru");

        Assert.Equal(reads, service.Requests.Count(request => request.Method == "GET"));
    }

    [Theory]
    [InlineData("Start")]
    [InlineData("Stop")]
    [InlineData("Restart")]
    [InlineData("Remove")]
    [InlineData("Move")]
    public async Task Without_PassThru_nothing_is_read(string verb)
    {
        var change = Change.Of(verb);
        var chosen = new SimulatedInstance { Status = change.From };
        var service = await StartAsync(chosen);

        Assert.Empty(Connect(service).With("id", chosen.Id).Output($"{change.Script} -Id $id"));

        Assert.Single(service.Requests);
    }

    [Theory]
    [MemberData(nameof(Change.Verbs), MemberType = typeof(Change))]
    public async Task An_id_comes_out_as_the_detail_that_it_has_now(string verb)
    {
        var change = Change.Of(verb);
        var chosen = new SimulatedInstance { Status = change.From };
        var service = await StartAsync(chosen);

        var output = Connect(service, "-Name prod").With("id", chosen.Id).Output($"{change.Script} -Id $id -PassThru").Single();

        Assert.Equal("Novita.InstanceDetail", output.BaseObject.GetType().FullName);
        Assert.Equal(change.To, output.Properties["Status"].Value);
        Assert.Equal("prod", output.Properties["SessionName"].Value);
    }

    [Theory]
    [InlineData(ActionReply.Empty)]
    [InlineData(ActionReply.EmptyObject)]
    public async Task A_reply_without_a_status_is_made_up_for(ActionReply reply)
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 0, ActionReply = reply });
        service.Fleet.Add(new SimulatedInstance { Status = "exited" });

        var output = Connect(service).Output("$in = Get-NovitaInstance; $in; $in | Start-NovitaInstance -PassThru");

        Assert.Equal("exited", output[0].Properties["Status"].Value);
        Assert.Equal("toStart", output[1].Properties["Status"].Value);
    }

    [Theory]
    [MemberData(nameof(Change.Verbs), MemberType = typeof(Change))]
    public async Task The_order_is_that_of_the_input_whatever_takes_longer(string verb)
    {
        var change = Change.Of(verb);
        var fleet = Enumerable.Range(0, 24).Select(_ => new SimulatedInstance { Status = change.From }).ToArray();
        var ids = fleet.Select(instance => instance.Id).Order(StringComparer.Ordinal).ToArray();
        var service = await StartAsync(fleet);
        var shell = Connect(service).With("ids", ids);
        var number = 0;
        using var slow = service.Intercept(async (context, next) =>
        {
            await Task.Delay(Interlocked.Increment(ref number) % 8 == 1 ? 40 : 1);
            await next(context);
        });

        Assert.Equal(ids, shell.Output($"$ids | {change.Script} -PassThru").Select(instance => instance.Properties["Id"].Value));

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
        using var fault = service.Intercept((context, next) =>
        {
            if (context.Request.Method != "GET")
            {
                return next(context);
            }

            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });

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

        Assert.Equal("removed", output.Properties["Status"].Value);
    }

    [Theory]
    [MemberData(nameof(Change.Verbs), MemberType = typeof(Change))]
    public async Task What_changes_many_shows_a_bar_and_ends_it(string verb)
    {
        var change = Change.Of(verb);
        var fleet = Enumerable.Range(0, 20).Select(_ => new SimulatedInstance { Status = change.From }).ToArray();

        var run = Connect(await StartAsync(fleet)).With("ids", fleet.Select(instance => instance.Id)).Invoke($"$ids | {change.Script}");

        Assert.NotEmpty(run.Progress);
        Assert.Equal($"{change.Script.Split(' ')[0]}", run.Progress[0].Activity);
        Assert.Equal("2 of 20 instances", run.Progress[0].StatusDescription);
        Assert.Equal(ProgressRecordType.Completed, run.Progress[^1].RecordType);
    }
}
