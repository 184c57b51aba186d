using Novita.Client.Http;

namespace Novita.Client.Tests.Http;

public sealed class RequestGateTests
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(10);

    private readonly TestClock _clock = new() { IsImpatient = false };

    [Fact]
    public async Task A_burst_of_429_halves_the_width_once()
    {
        var gate = new RequestGate(8, _clock);
        var generations = await EnterAllAsync(gate, 8);

        foreach (var generation in generations)
        {
            gate.LeaveThrottled(generation, s_pause);
        }

        _clock.Advance(s_pause);
        Assert.Equal(4, await FreePlacesAsync(gate));
    }

    [Fact]
    public async Task A_429_of_a_later_request_halves_it_again_down_to_one()
    {
        var gate = new RequestGate(8, _clock);
        var widths = new List<int>();
        for (var burst = 0; burst < 5; burst++)
        {
            gate.LeaveThrottled(await EnterAsync(gate), s_pause);
            _clock.Advance(s_pause);
            widths.Add(await FreePlacesAsync(gate));
        }

        Assert.Equal([4, 2, 1, 1, 1], widths);
    }

    [Fact]
    public async Task Requests_under_way_finish_and_none_takes_their_place_until_the_gate_is_as_narrow_as_it_should_be()
    {
        var gate = new RequestGate(8, _clock);
        var generations = await EnterAllAsync(gate, 8);
        gate.LeaveThrottled(generations[0], TimeSpan.Zero);

        // Seven are under way: as many must leave before one may enter.
        for (var left = 0; left < 3; left++)
        {
            gate.Leave();
            Assert.Equal(0, await FreePlacesAsync(gate));
        }

        gate.Leave();
        Assert.Equal(1, await FreePlacesAsync(gate));
    }

    [Fact]
    public async Task As_many_successes_as_it_is_wide_widen_it_by_one_up_to_the_limit()
    {
        var gate = new RequestGate(4, _clock);
        gate.LeaveThrottled(await EnterAsync(gate), TimeSpan.Zero);
        var widths = new List<int>();
        for (var success = 0; success < 12; success++)
        {
            await EnterAsync(gate);
            gate.LeaveServed();
            widths.Add(await FreePlacesAsync(gate));
        }

        Assert.Equal([2, 3, 3, 3, 4, 4, 4, 4, 4, 4, 4, 4], widths);
    }

    [Fact]
    public async Task Successes_before_a_429_do_not_count_towards_widening()
    {
        var gate = new RequestGate(4, _clock);
        var generations = await EnterAllAsync(gate, 2);
        await EnterAsync(gate);
        gate.LeaveServed();
        gate.LeaveThrottled(generations[0], TimeSpan.Zero);

        gate.LeaveServed();

        Assert.Equal(2, await FreePlacesAsync(gate));
    }

    [Fact]
    public async Task The_longest_pause_is_waited_out_to_its_end_by_those_who_wait_already_too()
    {
        var gate = new RequestGate(8, _clock);
        var generations = await EnterAllAsync(gate, 3);
        gate.LeaveThrottled(generations[0], s_pause);
        var waiter = EnterAsync(gate);
        gate.LeaveThrottled(generations[1], s_pause * 2);
        gate.LeaveThrottled(generations[2], s_pause / 2);

        _clock.Advance(s_pause);
        while (_clock.Waits.Count < 2)
        {
            Assert.False(waiter.IsCompleted);
            await Task.Yield();
        }

        Assert.Equal([s_pause, s_pause], _clock.Waits);
        _clock.Advance(s_pause);
        await waiter.WaitAsync(s_pause);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public async Task A_wall_clock_that_is_set_makes_a_pause_neither_longer_nor_shorter(int hours)
    {
        var gate = new RequestGate(8, _clock);
        gate.LeaveThrottled(await EnterAsync(gate), s_pause);

        _clock.WallClockError = TimeSpan.FromHours(hours);
        _ = EnterAsync(gate);

        Assert.Equal([s_pause], _clock.Waits);
    }

    [Fact]
    public async Task Each_request_that_waits_reports_when_the_pause_ends()
    {
        var gate = new RequestGate(8, _clock);
        var told = new List<ClientEvent>();
        var call = new CallContext(told.Add, default);
        var end = _clock.Uptime + s_pause;
        gate.LeaveThrottled(await EnterAsync(gate), s_pause);

        _ = gate.EnterAsync(call);
        _clock.Advance(s_pause / 2);
        _ = gate.EnterAsync(call.About("a"));

        Assert.Equal(
            [
                new(ClientEventKind.Pause, "the service asked for a pause: waiting 10 s", end),
                new(ClientEventKind.Pause, "a: the service asked for a pause: waiting 5 s", end),
            ],
            told);
    }

    [Fact]
    public async Task A_call_that_is_cancelled_in_a_pause_gives_its_place_back()
    {
        var gate = new RequestGate(1, _clock);
        gate.LeaveThrottled(await EnterAsync(gate), s_pause);
        using var stop = new CancellationTokenSource();
        var waiter = EnterAsync(gate, stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiter.WaitAsync(s_pause));
        _clock.Advance(s_pause);
        Assert.Equal(1, await FreePlacesAsync(gate));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Whatever_happens_successes_open_the_gate_to_its_limit_again(int seed)
    {
        const int Limit = 6;
        var gate = new RequestGate(Limit, new TestClock());
        var random = new Random(seed);
        var inside = 0;
        var peak = 0;

        await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(VisitAsync)));

        Assert.InRange(peak, 1, Limit);
        for (var success = 0; success < Limit * Limit; success++)
        {
            await EnterAsync(gate);
            gate.LeaveServed();
        }

        Assert.Equal(Limit, await FreePlacesAsync(gate));

        async Task VisitAsync()
        {
            for (var visit = 0; visit < 200; visit++)
            {
                using var stop = new CancellationTokenSource();
                try
                {
                    var entry = EnterAsync(gate, stop.Token);
                    if (Draw(5) == 0)
                    {
                        await stop.CancelAsync();
                    }

                    var generation = await entry;
                    Count(1);
                    await Task.Yield();
                    Count(-1);
                    switch (Draw(10))
                    {
                        case 0:
                            gate.LeaveThrottled(generation, TimeSpan.FromSeconds(Draw(3)));
                            break;
                        case 1:
                            gate.Leave();
                            break;
                        default:
                            gate.LeaveServed();
                            break;
                    }
                }
                catch (OperationCanceledException)
                {
                    // Gave up: on to the next visit.
                }
            }
        }

        void Count(int by)
        {
            lock (random)
            {
                peak = Math.Max(peak, inside += by);
            }
        }

        int Draw(int below)
        {
            lock (random)
            {
                return random.Next(below);
            }
        }
    }

    private static Task<int> EnterAsync(RequestGate gate, CancellationToken cancellationToken = default) => gate.EnterAsync(new CallContext(null, cancellationToken));

    private static async Task<int[]> EnterAllAsync(RequestGate gate, int count)
    {
        var entries = Enumerable.Range(0, count).Select(_ => EnterAsync(gate)).ToList();
        return await Task.WhenAll(entries).WaitAsync(s_pause);
    }

    /// <summary>Takes all places that are free, counts them, and gives them back.</summary>
    private static async Task<int> FreePlacesAsync(RequestGate gate)
    {
        using var stop = new CancellationTokenSource();
        var entries = Enumerable.Range(0, 20).Select(_ => EnterAsync(gate, stop.Token)).ToList();
        var free = entries.Count(entry => entry.IsCompletedSuccessfully);
        await stop.CancelAsync();
        foreach (var entry in entries.Skip(free))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => entry);
        }

        for (var place = 0; place < free; place++)
        {
            gate.Leave();
        }

        return free;
    }
}
