using System.Collections.Concurrent;
using Novita.Client.Waiting;
using Novita.Simulator;
using Novita.Simulator.Faults;

namespace Novita.Client.Tests.Waiting;

/// <summary>What ends a wait before its goal, and several sessions in one.</summary>
public sealed class EndOfWaitTests : IAsyncLifetime
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private readonly TestClock _clock = new();
    private readonly ConcurrentQueue<ClientEvent> _events = new();
    private Session? _session;
    private Session? _second;

    private Session Fleet => _session!;

    private Session Other => _second!;

    public async Task InitializeAsync()
    {
        _session = await Session.StartEmptyAsync(_clock);
        _second = await Session.StartEmptyAsync(_clock);
    }

    public async Task DisposeAsync()
    {
        await Fleet.DisposeAsync();
        await Other.DisposeAsync();
    }

    [Fact]
    public async Task After_the_time_out_everyone_left_is_told_with_the_last_status()
    {
        Fleet.Set("a", "starting").Set("b", "exited");
        var waiter = Wait(12, Fleet.Awaited("a"), Fleet.Awaited("b"), Fleet.Awaited("c"));

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
        using var fault = Fleet.Service.Inject(StatusFaults.Of(503));

        var settled = await RunAsync(Wait(12, Fleet.Awaited("a")));

        Assert.Contains("within 12 s: it was not seen.", Assert.Single(settled).Error?.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retries_do_not_hold_the_time_out_up()
    {
        var clock = new TestClock();
        await using var fleet = await Session.StartAsync(new SimulatorOptions { Instances = 0 }, retries: 50, clock: clock);
        using var fault = fleet.Service.Inject(StatusFaults.Wait(503, "7"));
        var begin = clock.Uptime;

        var settled = await RunAsync(Wait(60, fleet.Awaited("a")));

        Assert.Equal(NovitaErrorKind.WaitTimedOut, Assert.Single(settled).Error?.Kind);
        Assert.InRange((clock.Uptime - begin).TotalSeconds, 60, 75);
    }

    [Fact]
    public async Task A_request_that_is_never_answered_does_not_hold_the_time_out_up()
    {
        var clock = new TestClock { IsImpatient = false };
        await using var fleet = await Session.StartEmptyAsync(clock);
        using var fault = fleet.Service.Inject(TimeFaults.Hang);
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
        await using var fleet = await Session.StartEmptyAsync(clock);
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
        var list = Answers.Json(200, """{"instances":[{"id":"a","status":"running"}],"total":1}""");
        using var fleet = new TestClient(clock, options => options, list);
        using var slow = new TestClient(clock, options => options, Answers.Nothing());
        var look = Wait(10, new Awaited<Instance>(fleet.Client, "a"), new Awaited<Instance>(slow.Client, "b")).NextAsync();

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
        using var fault = Fleet.Service.Inject(TimeFaults.Hang);
        var look = Wait(60, stop.Token, Fleet.Awaited("a")).NextAsync();

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => look.WaitAsync(s_patience));
    }

    [Fact]
    public async Task Cancelling_ends_the_time_between_two_looks()
    {
        using var stop = new CancellationTokenSource();
        await using var fleet = await Session.StartEmptyAsync(new TestClock { IsImpatient = false });
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
        Fleet.Set("a", "starting").Set("b", "running");
        Other.Set("a", "running").Set("b", "starting");
        var waiter = Wait(60, Fleet.Awaited("a"), Other.Awaited("a"), Other.Awaited("b"));

        var first = Assert.Single((await waiter.NextAsync())!);

        Assert.Same(Other.Client, first.Client);
        Assert.Equal("a", first.Id);
        Assert.Equal((1, 1), (Fleet.TakeRequestCount(), Other.TakeRequestCount()));
        Assert.Equal("2 starting", waiter.Statuses);
        Other.Set("b", "running");
        Assert.Equal("b", Assert.Single((await waiter.NextAsync())!).Id);
        Assert.Equal(1, waiter.Remaining);
    }

    [Fact]
    public async Task An_outage_of_one_session_is_told_once_and_does_not_hold_theOthers_up()
    {
        using var fault = Fleet.Set("a", "starting").Service.Inject(StatusFaults.Of(503));
        Other.Set("b", "starting");
        var waiter = Wait(600, Fleet.Awaited("a"), Other.Awaited("b"));
        for (var look = 0; look < 4; look++)
        {
            Assert.Empty((await waiter.NextAsync())!);
        }

        Assert.Single(_events, told => told.Kind == ClientEventKind.Warning);
        Other.Set("b", "running");
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
