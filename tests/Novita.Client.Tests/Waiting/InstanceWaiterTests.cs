using Novita.Client.Requests;
using Novita.Client.Waiting;
using Novita.Simulator.Faults;

namespace Novita.Client.Tests.Waiting;

/// <summary>What becomes of an instance that is waited for, look by look.</summary>
public sealed class InstanceWaiterTests : IAsyncLifetime
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    private Session? _session;

    private Session Fleet => _session!;

    public async Task InitializeAsync() => _session = await Session.StartEmptyAsync();

    public async Task DisposeAsync() => await Fleet.DisposeAsync();

    /// <summary>A look finds a status, <c>!</c> one with an error, <c>-</c> nothing; the end is what the last look makes of it.</summary>
    [Theory]
    [InlineData("the first status is no failure", "running", "exited! exited! exited! running", "")]
    [InlineData("a first status of a removal is no failure", "running", "removing! removing! removing! running", "")]
    [InlineData("a first status is no failure whatever the goal", "exited", "toRemove! toRemove! toRemove! exited", "")]
    [InlineData("a later stop is a failure", "running", "starting exited", "cannot become 'running' any more. It is 'exited'.")]
    [InlineData("a later removal is a failure", "running", "starting removed", "cannot become 'running' any more. It is 'removed'.")]
    [InlineData("a removal is a failure after a first stop", "running", "exited toRemove", "'running' any more. It is 'toRemove'.")]
    [InlineData("a removal is a failure whatever the goal", "exited", "running removing", "'exited' any more. It is 'removing'.")]
    [InlineData("the first status is a failure when it comes back", "running", "exited starting exited", "It is 'exited'.")]
    [InlineData("an error that comes later is a failure", "running", "creating creating!", "It is 'creating' with the error 's: m'.")]
    [InlineData("a later freezing is no failure", "running", "exited freezing freezing", null)]
    [InlineData("a status nobody knows is no failure", "running", "exited aNewOne aNewOne", null)]
    [InlineData("a later stopping is no failure", "running", "exited stopping stopping", null)]
    [InlineData("two lists in a row must lack it", "running", "starting - starting - -", "It is gone; its last status was 'starting'.")]
    [InlineData("one that was seen is removed when one list lacks it", "removed", "removing -", "")]
    [InlineData("one that was never seen is removed when two lack it", "removed", "- -", "")]
    [InlineData("one that was never seen is not found after two", "running", "- -", "no such instance")]
    [InlineData("one that appears late is waited for", "running", "- creating running", "")]
    public async Task A_wait_ends_when_a_look_says_so_and_not_before(string because, string goal, string looks, string? end)
    {
        Fleet.Set("b", "exited");
        var waiter = Wait(goal, "a");
        IReadOnlyList<Awaited<Instance>> settled = [];
        foreach (var look in looks.Split(' '))
        {
            Assert.True(settled.Count == 0, because);
            Fleet.Service.Fleet.Remove("a");
            if (look != "-")
            {
                Fleet.Set("a", look.TrimEnd('!'), look.EndsWith('!') ? "\"statusError\":{\"state\":\"s\",\"message\":\"m\"}" : "");
            }

            settled = await LookAsync(waiter);
        }

        Assert.True(settled.Count == (end is null ? 0 : 1), because);
        if (end?.Length > 0)
        {
            var error = settled[0].Error!;
            Assert.Equal("a", error.Subject?.Id);
            Assert.Equal(end == "no such instance" ? NovitaErrorKind.NotFound : NovitaErrorKind.WaitUnreachable, error.Kind);
            Assert.Contains(end, error.Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.All(settled, instance => Assert.Null(instance.Error));
        }
    }

    [Fact]
    public async Task An_instance_at_its_goal_arrives_at_the_first_look_without_a_wait()
    {
        Fleet.Set("a", "running");
        var waiter = Wait("running", "a");
        Assert.Empty(Fleet.Service.Requests);

        var arrived = Assert.Single(await LookAsync(waiter));

        Assert.Null(arrived.Error);
        Assert.Equal(("a", "running", "running"), (arrived.Id, arrived.State, arrived.Resource?.Status));
        Assert.Empty(Fleet.Clock.Waits);
        Assert.Equal(0, waiter.Remaining);
        Assert.Null(await waiter.NextAsync());
    }

    [Theory]
    [InlineData("running")]
    [InlineData("restarting running")]
    public async Task A_restart_is_not_done_at_the_first_look_because_the_instance_ran_before(string looks)
    {
        Fleet.Set("a", "running");
        var waiter = new Waiter<Instance>(
            [Fleet.Awaited("a")], InstanceGoal.Of(InstanceOperation.Restart), s_interval, TimeSpan.FromMinutes(10), Fleet.Call);
        foreach (var look in looks.Split(' '))
        {
            Assert.Empty(await LookAsync(waiter));
            Fleet.Set("a", look);
        }

        Assert.Null(Assert.Single(await LookAsync(waiter)).Error);
    }

    [Fact]
    public async Task Each_instance_is_given_out_at_the_look_that_finds_it_there_and_the_others_go_on()
    {
        Fleet.Set("a", "exited").Set("b", "exited").Set("c", "running");
        var waiter = Wait("running", "a", "b", "c");

        Assert.Equal(["c"], await IdsAsync(waiter));
        Fleet.Set("a", "starting").Set("b", "running");
        Assert.Equal(["b"], await IdsAsync(waiter));
        Assert.Equal((1, "1 starting"), (waiter.Remaining, waiter.Statuses));
        Assert.Empty(await LookAsync(waiter));
        Fleet.Set("a", "running");
        Assert.Equal(["a"], await IdsAsync(waiter));
        Assert.Null(await waiter.NextAsync());
        Assert.Equal([5, 5, 5], Fleet.Clock.WaitsInSeconds);
    }

    [Fact]
    public async Task The_status_that_the_caller_knew_before_is_no_failure()
    {
        Fleet.Set("a", "exited");
        var waiter = Wait("running", Fleet.Awaited("a", Bodies.ReadOne("\"status\":\"running\"")));

        Assert.Empty(await LookAsync(waiter));
        Assert.Empty(await LookAsync(waiter));
    }

    [Fact]
    public async Task A_list_that_is_not_confirmed_proves_nothing()
    {
        Fleet.Set("a", "removing").Set("b", "exited");
        var waiter = Wait("removed", "a");
        Assert.Empty(await LookAsync(waiter));
        Fleet.Service.Fleet.Remove("a");
        using (Fleet.Service.Inject(PageFaults.Total("2")))
        {
            Assert.Empty(await LookAsync(waiter));
            Assert.Empty(await LookAsync(waiter));
        }

        Assert.Null(Assert.Single(await LookAsync(waiter)).Error);
    }

    [Fact]
    public async Task Any_number_of_instances_share_one_list()
    {
        var ids = Enumerable.Range(0, 100).Select(number => $"i{number}").ToArray();
        foreach (var id in ids)
        {
            Fleet.Set(id, "starting");
        }

        var waiter = Wait("running", ids);

        Assert.Empty(await LookAsync(waiter));
        Assert.Equal(1, Fleet.TakeRequestCount());
        Assert.Equal("100 starting", waiter.Statuses);
        Assert.Empty(await LookAsync(waiter));
        Assert.Equal(1, Fleet.TakeRequestCount());
    }

    [Fact]
    public async Task No_more_pages_are_read_than_it_takes()
    {
        for (var number = 999; number >= 0; number--)
        {
            Fleet.Set($"i{number}", "starting");
        }

        var front = Wait("running", "i3", "i99");
        await LookAsync(front);
        Assert.Equal(1, Fleet.TakeRequestCount());

        var second = Wait("running", "i150");
        await LookAsync(second);
        Assert.InRange(Fleet.TakeRequestCount(), 2, 4);
        Assert.Equal("1 starting", second.Statuses);
    }

    [Fact]
    public async Task Statuses_are_counted_the_most_first()
    {
        Fleet.Set("a", "exited").Set("b", "starting").Set("c", "starting").Set("d", "\\u001b");
        var waiter = Wait("running", "a", "b", "c", "d", "none");
        Assert.Equal("5 not seen", waiter.Statuses);

        await LookAsync(waiter);

        Assert.StartsWith("2 starting, ", waiter.Statuses, StringComparison.Ordinal);
        Assert.Equal(["1 \u001b", "1 exited", "1 not seen", "2 starting"], waiter.Statuses.Split(", ").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_to_be_waited_for_may_be_nothing() => Assert.Null(await Wait("running", Array.Empty<string>()).NextAsync());

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    [InlineData(408)]
    public async Task An_outage_is_told_once_and_waited_out_and_makes_nobody_gone(int status)
    {
        Fleet.Set("a", "starting");
        var waiter = Wait("running", "a");
        Assert.Empty(await LookAsync(waiter));

        Fleet.Service.Fleet.Remove("a");
        Assert.Empty(await LookAsync(waiter));
        using (Fleet.Service.Inject(StatusFaults.Of(status)))
        {
            Assert.Empty(await LookAsync(waiter));
            Assert.Empty(await LookAsync(waiter));
        }

        Assert.EndsWith("Looking again.", Assert.Single(Fleet.Warnings).Text, StringComparison.Ordinal);
        Fleet.Set("a", "starting");
        Assert.Empty(await LookAsync(waiter));
        using (Fleet.Service.Inject(BodyFaults.LoginPage))
        {
            Assert.Empty(await LookAsync(waiter));
        }

        Assert.Equal(2, Fleet.Warnings.Count());
        Fleet.Set("a", "running");
        Assert.Null(Assert.Single(await LookAsync(waiter)).Error);
    }

    [Theory]
    [InlineData(401, NovitaErrorKind.ApiKeyRefused)]
    [InlineData(403, NovitaErrorKind.AccessDenied)]
    [InlineData(400, NovitaErrorKind.RequestInvalid)]
    public async Task A_failure_that_will_not_pass_ends_a_wait(int status, NovitaErrorKind kind)
    {
        Fleet.Set("a", "starting");
        var waiter = Wait("running", "a");
        Assert.Empty(await LookAsync(waiter));
        using var fault = Fleet.Service.Inject(StatusFaults.Of(status));

        Assert.Equal(kind, (await Assert.ThrowsAsync<NovitaException>(waiter.NextAsync)).Kind);
        Assert.Empty(Fleet.Warnings);
    }

    private static async Task<IReadOnlyList<Awaited<Instance>>> LookAsync(Waiter<Instance> waiter) =>
        Assert.IsAssignableFrom<IReadOnlyList<Awaited<Instance>>>(await waiter.NextAsync());

    private static async Task<IEnumerable<string>> IdsAsync(Waiter<Instance> waiter) => (await LookAsync(waiter)).Select(instance => instance.Id);

    private Waiter<Instance> Wait(string goal, params string[] ids) => Wait(goal, [.. ids.Select(id => Fleet.Awaited(id))]);

    private Waiter<Instance> Wait(string goal, params Awaited<Instance>[] instances) =>
        new(instances, new InstanceGoal([goal]), s_interval, TimeSpan.FromMinutes(10), Fleet.Call);

    [Theory]
    [InlineData("running", "running", true)]
    [InlineData("running", "RUNNING", true)]
    [InlineData("running", "exited", false)]
    [InlineData("running,exited", "exited", true)]
    [InlineData("aNewOne", "anewone", true)]
    public void A_status_will_do_in_any_case(string goal, string status, bool expected) => Assert.Equal(expected, Goal(goal).IsReached(status));

    [Theory]
    [InlineData("running", "exited,toRemove,removing,removed")]
    [InlineData("exited", "toRemove,removing,removed")]
    [InlineData("aNewOne", "toRemove,removing,removed")]
    [InlineData("removed", "")]
    [InlineData("removing", "")]
    public void Only_what_ends_an_instance_or_stops_one_that_is_to_run_puts_it_out_of_reach(string goal, string expected) => Assert.Equal(
        expected.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(),
        InstanceStatus.Values.All.Select(status => status.Key).Where(status => !Goal(goal).IsReached(status) && Goal(goal).IsOutOfReachFrom(status)).Order());

    [Theory]
    [InlineData("removed", true)]
    [InlineData("running,Removed", true)]
    [InlineData("removing", false)]
    [InlineData("exited", false)]
    public void Whether_being_gone_will_do_is_told(string goal, bool expected) => Assert.Equal(expected, Goal(goal).IsRemoval);

    [Fact]
    public void A_goal_reads_as_part_of_a_sentence() => Assert.Equal("'running' or '\u001b[31m'", Goal("running,\u001b[31m").ToString());

    private static InstanceGoal Goal(string statuses) => new(statuses.Split(','));
}
