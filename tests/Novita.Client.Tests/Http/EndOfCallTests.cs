namespace Novita.Client.Tests.Http;

/// <summary>What ends a call before its time: the time-out, the caller, the end of the session.</summary>
public sealed class EndOfCallTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    private static TestClock StandingClock => new() { IsImpatient = false };

    [Fact]
    public async Task The_time_out_bounds_the_wait_for_headers()
    {
        using var test = new TestClient(StandingClock, options => options, Answers.Nothing());
        var call = test.GetAsync();

        test.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(call.IsCompleted);
        test.Clock.Advance(TimeSpan.FromSeconds(1));

        var error = await Assert.ThrowsAsync<NovitaException>(() => call.WaitAsync(s_patience));
        Assert.Equal(NovitaErrorKind.RequestTimedOut, error.Kind);
        Assert.Contains("60 s", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_try_has_the_whole_time_out()
    {
        using var test = new TestClient(StandingClock, options => options, Answers.Throttled("50"), Answers.Nothing());
        var call = test.GetAsync();
        await Eventually.IsTrueAsync(() => test.Clock.Waits.Count == 1);
        test.Clock.Advance(TimeSpan.FromSeconds(50));
        await Eventually.IsTrueAsync(() => test.Handler.Count == 2);

        test.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.False(call.IsCompleted);
        test.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(2, (await Assert.ThrowsAsync<NovitaException>(() => call.WaitAsync(s_patience))).Attempts);
    }

    [Fact]
    public async Task Cancelling_ends_a_request()
    {
        using var stop = new CancellationTokenSource();
        using var test = new TestClient(StandingClock, options => options, Answers.Nothing());
        var call = test.GetAsync(stop.Token);

        await stop.CancelAsync();

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(s_patience));
        Assert.Equal(stop.Token, error.CancellationToken);
    }

    [Fact]
    public async Task Cancelling_ends_the_reading_of_a_body()
    {
        using var stop = new CancellationTokenSource();
        using var test = new TestClient(StandingClock, options => options, Answers.Content(BodyStream.Stalled("{")));
        var call = test.GetAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(s_patience));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task Cancelling_ends_a_wait(int status)
    {
        using var stop = new CancellationTokenSource();
        using var test = new TestClient(StandingClock, options => options, Answers.With(status, "60"), Answers.Page());
        var call = test.GetAsync(stop.Token);
        await Eventually.IsTrueAsync(() => test.Clock.Waits.Count == 1);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call.WaitAsync(s_patience));
        Assert.Equal(1, test.Handler.Count);
    }

    [Fact]
    public async Task Nothing_is_sent_for_a_call_that_was_cancelled_before()
    {
        using var test = new TestClient(Answers.Page());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => test.GetAsync(new CancellationToken(true)));

        Assert.Equal(0, test.Handler.Count);
    }

    [Fact]
    public async Task Disposing_ends_a_request_as_not_connected()
    {
        using var test = new TestClient(StandingClock, options => options, Answers.Nothing());
        var call = test.GetAsync();

        test.Client.Dispose();

        var error = await Assert.ThrowsAsync<NovitaException>(() => call.WaitAsync(s_patience));
        Assert.Equal((NovitaErrorKind.NotConnected, 1), (error.Kind, error.Attempts));
    }

    [Theory]
    [InlineData(503)]
    [InlineData(429)]
    public async Task Disposing_ends_a_wait_as_not_connected(int status)
    {
        using var test = new TestClient(StandingClock, options => options, Answers.With(status, "60"), Answers.Page());
        var call = test.GetAsync();
        await Eventually.IsTrueAsync(() => test.Clock.Waits.Count == 1);

        test.Client.Dispose();
        test.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(NovitaErrorKind.NotConnected, (await Assert.ThrowsAsync<NovitaException>(() => call.WaitAsync(s_patience))).Kind);
        Assert.Equal(1, test.Handler.Count);
    }

    [Fact]
    public async Task A_call_on_a_disposed_client_is_not_connected()
    {
        using var test = new TestClient(Answers.Page());
        test.Client.Dispose();

        var error = await test.FailAsync();

        Assert.Equal((NovitaErrorKind.NotConnected, 0), (error.Kind, error.Attempts));
        Assert.Equal(0, test.Handler.Count);
    }

    [Fact]
    public async Task A_wait_longer_than_timers_take_is_a_long_one()
    {
        using var stop = new CancellationTokenSource();
        using var never = Clock.System.CancelAfter(TimeSpan.FromSeconds(int.MaxValue));
        var delay = Clock.System.Delay(TimeSpan.FromSeconds(int.MaxValue), stop.Token);

        Assert.False(delay.IsCompleted);
        Assert.False(never.IsCancellationRequested);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => delay);
    }
}
