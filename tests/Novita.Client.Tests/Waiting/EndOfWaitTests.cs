using System.Collections.Concurrent;
using Novita.Client.Tests.Fixtures;
using Novita.Client.Waiting;

namespace Novita.Client.Tests.Waiting;

/// <summary>What ends a wait before its goal, and several sessions in one.</summary>
public sealed class EndOfWaitTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly TestClock _clock = new();
    private readonly ConcurrentQueue<ClientEvent> _events = new();
    private readonly FleetClient _fleet;
    private readonly FleetClient _other;

    public EndOfWaitTests()
    {
        _fleet = new FleetClient(_clock);
        _other = new FleetClient(_clock);
    }

    public void Dispose()
    {
        _fleet.Dispose();
        _other.Dispose();
    }

    [Fact]
    public async Task After_the_time_out_everyone_left_is_told_with_the_last_status()
    {
        _fleet.Set("a", "starting").Set("b", "exited");
        var waiter = Wait(12, _fleet.Awaited("a"), _fleet.Awaited("b"), _fleet.Awaited("c"));

        var settled = await RunAsync(waiter);

        Assert.Equal(["c", "a", "b"], settled.Select(instance => instance.Id));
        Assert.Equal(NovitaErrorKind.NotFound, settled[0].Error?.Kind);
        Assert.All(settled.Skip(1), instance => Assert.Equal(NovitaErrorKind.WaitTimedOut, instance.Error?.Kind));
        Assert.Contains("did not become 'running' within 12 s: its last status was 'starting'. This was instance 'a'.", settled[1].Error?.Message, StringComparison.Ordinal);
        Assert.Contains("its last status was 'exited'", settled[2].Error?.Message, StringComparison.Ordinal);
        Assert.Equal([5, 5, 2], _clock.WaitsInSeconds);
    }

    [Fact]
    public async Task After_the_time_out_an_instance_that_was_never_seen_is_told_so()
    {
        _fleet.Fault = Answers.Status(503);

        var settled = await RunAsync(Wait(12, _fleet.Awaited("a")));

        Assert.Contains("within 12 s: it was not seen.", Assert.Single(settled).Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retries_do_not_hold_the_time_out_up()
    {
        var clock = new TestClock();
        using var fleet = new FleetClient(clock, retries: 50);
        fleet.Fault = Answers.With(503, "7");
        var begin = clock.Uptime;

        var settled = await RunAsync(Wait(60, fleet.Awaited("a")));

        Assert.Equal(NovitaErrorKind.WaitTimedOut, Assert.Single(settled).Error?.Kind);
        Assert.InRange((clock.Uptime - begin).TotalSeconds, 60, 75);
    }

    [Fact]
    public async Task A_request_that_is_never_answered_does_not_hold_the_time_out_up()
    {
        var clock = new TestClock { IsImpatient = false };
        using var fleet = new FleetClient(clock);
        fleet.Fault = Answers.Nothing();
        var look = Wait(10, fleet.Awaited("a")).NextAsync();

        clock.Advance(TimeSpan.FromSeconds(9));
        Assert.False(look.IsCompleted);

        // The last look may take an interval longer.
        clock.Advance(TimeSpan.FromSeconds(6));

        Assert.Equal(NovitaErrorKind.WaitTimedOut, Assert.Single((await look.WaitAsync(s_patience))!).Error?.Kind);
    }

    [Fact]
    public async Task Whoever_takes_the_instances_may_take_longer_than_the_time_out()
    {
        var clock = new TestClock();
        using var fleet = new FleetClient(clock);
        fleet.Set("a", "running").Set("b", "starting").Set("c", "starting");
        var waiter = Wait(60, fleet.Awaited("a"), fleet.Awaited("b"), fleet.Awaited("c"));
        Assert.Equal("a", Assert.Single((await waiter.NextAsync())!).Id);

        clock.Advance(TimeSpan.FromHours(3));
        fleet.Set("b", "running");
        var settled = (await waiter.NextAsync())!;

        Assert.Equal([null, NovitaErrorKind.WaitTimedOut], settled.Select(instance => instance.Error?.Kind));
        Assert.Equal(["b", "c"], settled.Select(instance => instance.Id));
    }

    [Fact]
    public async Task An_instance_that_arrives_in_the_look_that_the_time_out_cuts_short_has_arrived()
    {
        var clock = new TestClock { IsImpatient = false };
        using var fleet = new FleetClient(clock);
        using var slow = new FleetClient(clock);
        fleet.Set("a", "running");
        slow.Set("b", "running").Fault = Answers.Nothing();
        var look = Wait(10, fleet.Awaited("a"), slow.Awaited("b")).NextAsync();

        clock.Advance(TimeSpan.FromSeconds(15));

        var settled = (await look.WaitAsync(s_patience))!;
        Assert.Equal(["a", "b"], settled.Select(instance => instance.Id));
        Assert.Null(settled[0].Error);
        Assert.Equal(NovitaErrorKind.WaitTimedOut, settled[1].Error?.Kind);
    }

    [Fact]
    public async Task Cancelling_ends_a_look()
    {
        using var stop = new CancellationTokenSource();
        _fleet.Fault = Answers.Nothing();
        var look = Wait(60, stop.Token, _fleet.Awaited("a")).NextAsync();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => look.WaitAsync(s_patience));
    }

    [Fact]
    public async Task Cancelling_ends_the_time_between_two()
    {
        using var stop = new CancellationTokenSource();
        using var fleet = new FleetClient(new TestClock { IsImpatient = false });
        fleet.Set("a", "starting");
        var waiter = Wait(60, stop.Token, fleet.Awaited("a"));
        await waiter.NextAsync();
        var look = waiter.NextAsync();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => look.WaitAsync(s_patience));
        Assert.Equal(1, fleet.TakeRequestCount());
    }

    [Fact]
    public async Task Instances_of_several_sessions_are_looked_for_each_in_its_own()
    {
        _fleet.Set("a", "starting").Set("b", "running");
        _other.Set("a", "running").Set("b", "starting");
        var waiter = Wait(60, _fleet.Awaited("a"), _other.Awaited("a"), _other.Awaited("b"));

        var first = Assert.Single((await waiter.NextAsync())!);

        Assert.Same(_other.Client, first.Client);
        Assert.Equal("a", first.Id);
        Assert.Equal((1, 1), (_fleet.TakeRequestCount(), _other.TakeRequestCount()));
        Assert.Equal("2 starting", waiter.Statuses);
        _other.Set("b", "running");
        Assert.Equal("b", Assert.Single((await waiter.NextAsync())!).Id);
        Assert.Equal(1, waiter.Remaining);
    }

    [Fact]
    public async Task An_outage_of_one_session_is_told_once_and_does_not_hold_the_others_up()
    {
        _fleet.Set("a", "starting").Fault = Answers.Status(503);
        _other.Set("b", "starting");
        var waiter = Wait(600, _fleet.Awaited("a"), _other.Awaited("b"));
        for (var look = 0; look < 4; look++)
        {
            Assert.Empty((await waiter.NextAsync())!);
        }

        Assert.Single(_events, told => told.Kind == ClientEventKind.Warning);
        _other.Set("b", "running");
        Assert.Equal("b", Assert.Single((await waiter.NextAsync())!).Id);
    }

    private static async Task<List<Awaited<Instance>>> RunAsync(Waiter<Instance> waiter)
    {
        var settled = new List<Awaited<Instance>>();
        while (await waiter.NextAsync().WaitAsync(s_patience) is { } instances)
        {
            settled.AddRange(instances);
        }

        return settled;
    }

    private Waiter<Instance> Wait(int timeout, params Awaited<Instance>[] instances) => Wait(timeout, CancellationToken.None, instances);

    private Waiter<Instance> Wait(int timeout, CancellationToken cancellationToken, params Awaited<Instance>[] instances) =>
        new(instances, new InstanceGoal(["running"]), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(timeout), new CallContext(_events.Enqueue, cancellationToken));
}
