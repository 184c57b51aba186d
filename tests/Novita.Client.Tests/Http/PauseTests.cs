using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Http;

/// <summary>What a call reports of a pause that the service asked for.</summary>
public sealed class PauseTests
{
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
