using System.Collections.Concurrent;
using Novita.Client.Tests.Fixtures;
using Novita.Client.Waiting;

namespace Novita.Client.Tests.Waiting;

/// <summary>What becomes of an instance that is waited for, look by look.</summary>
public sealed class InstanceWaiterTests : IDisposable
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);

    private readonly FleetClient _fleet = new();
    private readonly ConcurrentQueue<ClientEvent> _events = new();

    private IEnumerable<ClientEvent> Warnings => _events.Where(told => told.Kind == ClientEventKind.Warning);

    public void Dispose() => _fleet.Dispose();

    [Fact]
    public async Task An_instance_at_its_goal_arrives_at_the_first_look_without_a_wait()
    {
        _fleet.Set("a", "running");
        var waiter = Wait("running", "a");
        Assert.Empty(_fleet.Requests);

        var arrived = Assert.Single(await LookAsync(waiter));

        Assert.Null(arrived.Error);
        Assert.Equal(("a", "running", "running"), (arrived.Id, arrived.State, arrived.Resource?.Status));
        Assert.Empty(_fleet.Clock.Waits);
        Assert.Equal(0, waiter.Remaining);
        Assert.Null(await waiter.NextAsync());
    }

    [Fact]
    public async Task Each_is_given_out_at_the_look_that_finds_it_there_and_the_others_go_on()
    {
        _fleet.Set("a", "exited").Set("b", "exited").Set("c", "running");
        var waiter = Wait("running", "a", "b", "c");

        Assert.Equal(["c"], await IdsAsync(waiter));
        _fleet.Set("a", "starting").Set("b", "running");
        Assert.Equal(["b"], await IdsAsync(waiter));
        Assert.Equal((1, "1 starting"), (waiter.Remaining, waiter.Statuses));
        Assert.Empty(await LookAsync(waiter));
        _fleet.Set("a", "running");
        Assert.Equal(["a"], await IdsAsync(waiter));
        Assert.Null(await waiter.NextAsync());
        Assert.Equal([5, 5, 5], _fleet.Clock.WaitsInSeconds);
    }

    [Theory]
    [InlineData("running", "exited")]
    [InlineData("running", "removing")]
    [InlineData("exited", "toRemove")]
    public async Task The_status_that_an_instance_is_first_seen_in_is_no_failure(string goal, string first)
    {
        _fleet.Set("a", first, "\"statusError\":{\"state\":\"s\",\"message\":\"m\"}");
        var waiter = Wait(goal, "a");

        for (var look = 0; look < 4; look++)
        {
            Assert.Empty(await LookAsync(waiter));
        }

        _fleet.Set("a", goal);
        Assert.Null(Assert.Single(await LookAsync(waiter)).Error);
    }

    [Fact]
    public async Task The_status_that_the_caller_knew_before_is_no_failure()
    {
        _fleet.Set("a", "exited");
        var waiter = Wait("running", _fleet.Awaited("a", Bodies.ReadOne("\"status\":\"running\"")));

        Assert.Empty(await LookAsync(waiter));
        Assert.Empty(await LookAsync(waiter));
    }

    [Theory]
    [InlineData("running", "starting", "exited")]
    [InlineData("running", "starting", "removed")]
    [InlineData("running", "exited", "toRemove")]
    [InlineData("exited", "running", "removing")]
    public async Task A_later_status_that_does_not_lead_to_the_goal_is_a_failure(string goal, string first, string wrong)
    {
        _fleet.Set("a", first);
        var waiter = Wait(goal, "a");
        Assert.Empty(await LookAsync(waiter));

        _fleet.Set("a", wrong);

        AssertUnreachable(await LookAsync(waiter), $"cannot become '{goal}' any more. It is '{wrong}'.");
    }

    [Fact]
    public async Task The_first_status_is_a_failure_when_it_comes_back()
    {
        _fleet.Set("a", "exited");
        var waiter = Wait("running", "a");
        Assert.Empty(await LookAsync(waiter));
        _fleet.Set("a", "starting");
        Assert.Empty(await LookAsync(waiter));

        _fleet.Set("a", "exited");

        AssertUnreachable(await LookAsync(waiter), "It is 'exited'.");
    }

    [Fact]
    public async Task An_error_that_comes_later_is_a_failure_in_any_status()
    {
        _fleet.Set("a", "creating");
        var waiter = Wait("running", "a");
        Assert.Empty(await LookAsync(waiter));

        _fleet.Set("a", "creating", "\"statusError\":{\"state\":\"ImagePullFailed\",\"message\":\"manifest unknown\"}");

        AssertUnreachable(await LookAsync(waiter), "It is 'creating' with the error 'ImagePullFailed: manifest unknown'.");
    }

    [Theory]
    [InlineData("freezing")]
    [InlineData("aNewOne")]
    [InlineData("stopping")]
    public async Task A_later_status_that_may_lead_anywhere_is_no_failure(string status)
    {
        _fleet.Set("a", "exited");
        var waiter = Wait("running", "a");
        Assert.Empty(await LookAsync(waiter));

        _fleet.Set("a", status);

        Assert.Empty(await LookAsync(waiter));
        Assert.Empty(await LookAsync(waiter));
    }

    [Fact]
    public async Task An_instance_is_gone_when_two_complete_lists_in_a_row_lack_it()
    {
        _fleet.Set("a", "starting").Set("b", "exited");
        var waiter = Wait("running", "a");
        Assert.Empty(await LookAsync(waiter));

        _fleet.Remove("a");
        Assert.Empty(await LookAsync(waiter));
        _fleet.Set("a", "starting");
        Assert.Empty(await LookAsync(waiter));
        _fleet.Remove("a");
        Assert.Empty(await LookAsync(waiter));

        AssertUnreachable(await LookAsync(waiter), "It is gone; its last status was 'starting'.");
    }

    [Fact]
    public async Task A_list_that_is_not_confirmed_proves_nothing()
    {
        _fleet.Set("a", "removing").Set("b", "exited");
        var waiter = Wait("removed", "a");
        Assert.Empty(await LookAsync(waiter));
        _fleet.Remove("a");
        _fleet.Total = 2;

        for (var look = 0; look < 4; look++)
        {
            Assert.Empty(await LookAsync(waiter));
        }

        _fleet.Total = null;
        Assert.Null(Assert.Single(await LookAsync(waiter)).Error);
    }

    [Fact]
    public async Task An_instance_that_was_seen_is_removed_when_one_complete_list_lacks_it()
    {
        _fleet.Set("a", "removing");
        var waiter = Wait("removed", "a");
        Assert.Empty(await LookAsync(waiter));

        _fleet.Remove("a");

        var arrived = Assert.Single(await LookAsync(waiter));
        Assert.Null(arrived.Error);
        Assert.Equal("removing", arrived.State);
    }

    [Fact]
    public async Task An_instance_that_was_never_seen_is_removed_when_two_complete_lists_lack_it()
    {
        var waiter = Wait("removed", "a");

        Assert.Empty(await LookAsync(waiter));
        Assert.Null(Assert.Single(await LookAsync(waiter)).Error);
    }

    [Fact]
    public async Task An_instance_that_was_never_seen_is_not_found_after_two_complete_lists()
    {
        _fleet.Set("b", "running");
        var waiter = Wait("running", "a");
        Assert.Empty(await LookAsync(waiter));

        var error = Assert.Single(await LookAsync(waiter)).Error;

        Assert.Equal(NovitaErrorKind.NotFound, error?.Kind);
        Assert.Equal("a", error?.Subject?.Id);
        Assert.Contains("no such instance", error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_instance_that_appears_late_is_waited_for()
    {
        var waiter = Wait("running", "a");
        Assert.Empty(await LookAsync(waiter));

        _fleet.Set("a", "creating");
        Assert.Empty(await LookAsync(waiter));
        _fleet.Set("a", "running");

        Assert.Null(Assert.Single(await LookAsync(waiter)).Error);
    }

    [Fact]
    public async Task Any_number_of_instances_share_one_list()
    {
        var ids = Enumerable.Range(0, 100).Select(number => $"i{number}").ToArray();
        foreach (var id in ids)
        {
            _fleet.Set(id, "starting");
        }

        var waiter = Wait("running", ids);

        Assert.Empty(await LookAsync(waiter));
        Assert.Equal(1, _fleet.TakeRequestCount());
        Assert.Equal("100 starting", waiter.Statuses);
        Assert.Empty(await LookAsync(waiter));
        Assert.Equal(1, _fleet.TakeRequestCount());
    }

    [Fact]
    public async Task No_more_pages_are_read_than_it_takes()
    {
        for (var number = 0; number < 1000; number++)
        {
            _fleet.Set($"i{number}", "starting");
        }

        var front = Wait("running", "i3", "i99");
        await LookAsync(front);
        Assert.Equal(1, _fleet.TakeRequestCount());

        var second = Wait("running", "i150");
        await LookAsync(second);
        Assert.InRange(_fleet.TakeRequestCount(), 2, 4);
        Assert.Equal("1 starting", second.Statuses);
    }

    [Fact]
    public async Task Statuses_are_counted_the_most_first()
    {
        _fleet.Set("a", "exited").Set("b", "starting").Set("c", "starting").Set("d", "\\u001b");
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
    public async Task An_outage_is_told_once_and_waited_out(int status)
    {
        _fleet.Set("a", "starting");
        var waiter = Wait("running", "a");
        Assert.Empty(await LookAsync(waiter));
        _fleet.Fault = Answers.Status(status);

        for (var look = 0; look < 3; look++)
        {
            Assert.Empty(await LookAsync(waiter));
        }

        Assert.EndsWith("Looking again.", Assert.Single(Warnings).Text, StringComparison.Ordinal);
        _fleet.Fault = null;
        Assert.Empty(await LookAsync(waiter));
        _fleet.Fault = Answers.Html(200, "<html>");
        Assert.Empty(await LookAsync(waiter));
        Assert.Equal(2, Warnings.Count());
        _fleet.Fault = null;
        _fleet.Set("a", "running");
        Assert.Null(Assert.Single(await LookAsync(waiter)).Error);
    }

    [Fact]
    public async Task An_outage_makes_nobody_gone()
    {
        _fleet.Set("a", "starting");
        var waiter = Wait("running", "a");
        Assert.Empty(await LookAsync(waiter));
        _fleet.Remove("a");
        Assert.Empty(await LookAsync(waiter));

        _fleet.Fault = Answers.Throws(new HttpRequestException("reset"));
        Assert.Empty(await LookAsync(waiter));
        Assert.Empty(await LookAsync(waiter));
    }

    [Theory]
    [InlineData(401, NovitaErrorKind.ApiKeyRefused)]
    [InlineData(403, NovitaErrorKind.AccessDenied)]
    [InlineData(400, NovitaErrorKind.RequestInvalid)]
    public async Task A_failure_that_will_not_pass_ends_it(int status, NovitaErrorKind kind)
    {
        _fleet.Set("a", "starting");
        var waiter = Wait("running", "a");
        Assert.Empty(await LookAsync(waiter));
        _fleet.Fault = Answers.Status(status);

        Assert.Equal(kind, (await Assert.ThrowsAsync<NovitaException>(waiter.NextAsync)).Kind);
        Assert.Empty(Warnings);
    }

    private static async Task<IReadOnlyList<Awaited<Instance>>> LookAsync(Waiter<Instance> waiter) =>
        Assert.IsAssignableFrom<IReadOnlyList<Awaited<Instance>>>(await waiter.NextAsync());

    private static async Task<IEnumerable<string>> IdsAsync(Waiter<Instance> waiter) => (await LookAsync(waiter)).Select(instance => instance.Id);

    private static void AssertUnreachable(IReadOnlyList<Awaited<Instance>> settled, string message)
    {
        var error = Assert.Single(settled).Error;
        Assert.Equal(NovitaErrorKind.WaitUnreachable, error?.Kind);
        Assert.Equal("a", error?.Subject?.Id);
        Assert.Contains(message, error?.Message, StringComparison.Ordinal);
    }

    private Waiter<Instance> Wait(string goal, params string[] ids) => Wait(goal, [.. ids.Select(id => _fleet.Awaited(id))]);

    private Waiter<Instance> Wait(string goal, params Awaited<Instance>[] instances) =>
        new(instances, new InstanceGoal([goal]), s_interval, TimeSpan.FromMinutes(10), new CallContext(_events.Enqueue, CancellationToken.None));
}
