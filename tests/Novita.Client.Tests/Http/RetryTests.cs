using System.Security.Authentication;

namespace Novita.Client.Tests.Http;

public sealed class RetryTests
{
    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(HttpIOException))]
    [InlineData(typeof(InvalidDataException))]
    [InlineData(typeof(NotSupportedException))]
    public async Task A_body_that_breaks_off_is_tried_again(Type error)
    {
        var cause = error == typeof(HttpIOException) ? new HttpIOException(HttpRequestError.ResponseEnded) : (Exception)Activator.CreateInstance(error)!;
        using var test = new TestClient(Answers.Content(BodyStream.BrokenOff("{\"instances\":[{\"id\":", cause)), Answers.Page());

        var page = await test.GetAsync();

        Assert.Equal("i1", Assert.Single(page.Rows).Id);
        Assert.Equal(2, test.Handler.Count);
    }

    [Fact]
    public async Task A_certificate_that_was_refused_is_final()
    {
        using var test = new TestClient(Answers.Throws(new HttpRequestException("no", new AuthenticationException("certificate"))), Answers.Page());

        Assert.Equal(NovitaErrorKind.ConnectionFailed, (await test.FailAsync()).Kind);
        Assert.Equal(1, test.Handler.Count);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    public async Task Without_retries_the_first_failure_is_final(int status)
    {
        using var test = new TestClient(options => options with { MaximumRetryCount = 0 }, Answers.Status(status), Answers.Page());

        var error = await test.FailAsync();

        Assert.Equal(1, error.Attempts);
        Assert.Equal(1, test.Handler.Count);
        Assert.Empty(test.Retries);
        Assert.Empty(test.Clock.Waits);
    }

    [Theory]
    [InlineData(429, NovitaErrorKind.RateLimited)]
    [InlineData(503, NovitaErrorKind.ServiceUnavailable)]
    [InlineData(408, NovitaErrorKind.RequestTimedOut)]
    [InlineData(500, NovitaErrorKind.ServiceUnavailable)]
    [InlineData(502, NovitaErrorKind.ServiceUnavailable)]
    [InlineData(504, NovitaErrorKind.ServiceUnavailable)]
    public async Task After_the_last_retry_the_failure_is_told_with_its_page_address_and_count(int status, NovitaErrorKind kind)
    {
        using var test = new TestClient(Answers.Status(status));

        var error = await test.FailAsync();

        Assert.Equal(kind, error.Kind);
        Assert.Equal(5, error.Attempts);
        Assert.Equal(5, test.Handler.Count);
        Assert.Equal(4, test.Retries.Count());
        Assert.Equal(3, error.Page);
        Assert.Equal(test.Handler.Requests.First().RequestUri, error.RequestUri);
        Assert.Contains("page 3", error.Message, StringComparison.Ordinal);
        Assert.Contains("tried 5 times", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_never_succeeds_is_told_by_its_host()
    {
        using var test = new TestClient(Answers.Throws(new HttpRequestException("refused")));

        var error = await test.FailAsync();

        Assert.Equal(NovitaErrorKind.ConnectionFailed, error.Kind);
        Assert.Null(error.StatusCode);
        Assert.Contains("https://api.novita.ai", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Waits_double_up_to_half_a_minute_and_a_random_part_of_each_is_waited()
    {
        using var test = new TestClient(options => options with { MaximumRetryCount = 7 }, Answers.Status(503));

        await test.FailAsync();

        Assert.Equal([0.5, 1, 2, 4, 8, 15, 15], test.Clock.WaitsInSeconds);
    }

    [Fact]
    public async Task The_random_part_is_drawn_anew_for_each_wait()
    {
        var draws = new Queue<double>([0, 0.25, 0.999, 0.75, 0]);
        using var test = new TestClient(options => options with { NextRandom = draws.Dequeue }, Answers.Status(503));

        await test.FailAsync();

        Assert.Equal([0, 0.5, 3.996, 6], test.Clock.WaitsInSeconds);
    }

    [Fact]
    public async Task Each_wait_is_told_once_with_its_cause_count_and_length()
    {
        using var test = new TestClient(
            Answers.Status(503),
            Answers.Throttled("17"),
            Answers.Throws(new HttpRequestException("reset")),
            Answers.Page());

        await test.GetAsync();

        Assert.Equal(
            ["HTTP 503, retry 1 of 4 in 0.5 s", "throttled, retry 2 of 4 in 17 s", "connection lost, retry 3 of 4 in 2 s"],
            test.Retries);
        Assert.Equal([0.5, 17, 2], test.Clock.WaitsInSeconds);
    }

    [Fact]
    public async Task Requests_retries_throttle_waits_and_bytes_are_counted()
    {
        var body = Bodies.Page(3);
        using var test = new TestClient(Answers.Json(503, "{}"), Answers.Json(429, "{}"), Answers.Json(200, body));

        await test.GetAsync();

        var counters = test.Client.Counters;
        Assert.Equal(3, counters.Requests);
        Assert.Equal(2, counters.Retries);
        Assert.Equal(1, counters.ThrottleWaits);
        Assert.Equal(4 + body.Length, counters.Bytes);
    }
}
