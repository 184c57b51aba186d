namespace Novita.Client.Tests.Http;

public sealed class RetryAfterTests
{
    /// <summary>Without a valid header the jitter of a first wait is waited, 0.5 here.</summary>
    [Theory]
    [InlineData("17", 17)]
    [InlineData("0", 0)]
    [InlineData("119", 119)]
    [InlineData("121", 120)]
    [InlineData("2147483647", 120)]
    [InlineData(null, 0.5)]
    [InlineData("soon", 0.5)]
    [InlineData("-3", 0.5)]
    [InlineData("1.5", 0.5)]
    [InlineData("99999999999999999999", 0.5)]
    public async Task Seconds_are_waited_up_to_the_longest_wait(string? retryAfter, double expected)
    {
        using var test = new TestClient(Answers.Throttled(retryAfter), Answers.Page());

        await test.GetAsync();

        Assert.Equal(expected, test.Clock.WaitsInSeconds.Sum());
    }

    [Theory]
    [InlineData(42, 42)]
    // A date that is past says only that the clocks differ: then the jitter of a first wait, 0.5 here, is waited.
    [InlineData(-5, 0.5)]
    [InlineData(100_000, 120)]
    public async Task The_time_to_a_date_is_waited_up_to_the_longest_wait(int secondsAhead, double expected)
    {
        var clock = new TestClock();
        var date = Answers.HttpDate(clock.UtcNow.AddSeconds(secondsAhead));
        using var test = new TestClient(clock, options => options, Answers.Throttled(date), Answers.Page());

        await test.GetAsync();

        Assert.Equal(expected, test.Clock.WaitsInSeconds.Sum());
    }

    [Fact]
    public async Task Retry_After_counts_with_a_503_too()
    {
        using var test = new TestClient(Answers.With(503, "9"), Answers.Page());

        await test.GetAsync();

        Assert.Equal([9], test.Clock.WaitsInSeconds);
        Assert.Equal(0, test.Client.Counters.ThrottleWaits);
    }

    [Fact]
    public async Task A_call_after_a_429_that_was_final_tells_what_it_waits_for()
    {
        using var test = new TestClient(options => options with { MaximumRetryCount = 0 }, Answers.Throttled("15"), Answers.Page());
        await test.FailAsync();

        await test.GetAsync();

        Assert.Equal(["the service asked for a pause: waiting 15 s"], Pauses(test));
        Assert.Equal([15], test.Clock.WaitsInSeconds);
    }

    [Fact]
    public async Task A_retry_after_a_429_reports_the_end_of_the_pause_that_its_wait_reports_too()
    {
        using var test = new TestClient(Answers.Throttled("15"), Answers.Page());
        var end = test.Clock.Uptime + TimeSpan.FromSeconds(15);

        await test.GetAsync();

        Assert.Equal(["throttled, retry 1 of 4 in 15 s"], test.Retries);
        Assert.Equal(
            [ClientEventKind.Retry, ClientEventKind.Pause],
            test.Events.Where(told => told.PauseEnd == end).Select(told => told.Kind));
    }

    private static IEnumerable<string> Pauses(TestClient test) =>
        test.Events.Select(told => told.Text).Where(text => text.Contains("pause", StringComparison.Ordinal));
}
