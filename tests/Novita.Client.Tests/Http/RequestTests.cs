namespace Novita.Client.Tests.Http;

public sealed class RequestTests
{
    [Fact]
    public async Task A_request_carries_the_key_the_agent_and_what_it_accepts()
    {
        using var test = new TestClient(options => options with { UserAgent = "Novita/1.2.3 (PowerShell/7.6.0; Linux)" }, Answers.Page());

        await test.GetAsync();

        var request = test.Handler.Single;
        Assert.Equal(HttpMethod.Get, request.Method);
        Assert.Equal($"Bearer {TestClient.Key}", Assert.Single(request.Headers.GetValues("Authorization")));
        Assert.Equal("Novita/1.2.3 (PowerShell/7.6.0; Linux)", string.Join(' ', request.Headers.GetValues("User-Agent")));
        Assert.Equal("application/json", Assert.Single(request.Headers.GetValues("Accept")));
        Assert.Null(request.Content);
    }

    [Fact]
    public async Task A_key_is_accepted_from_the_first_response_to_a_refusal()
    {
        using var test = new TestClient(Answers.Page(), Answers.Status(401));

        Assert.False(test.Client.IsKeyAccepted);
        await test.GetAsync();
        Assert.True(test.Client.IsKeyAccepted);
        await test.FailAsync();
        Assert.False(test.Client.IsKeyAccepted);
    }

    [Fact]
    public async Task The_page_is_always_sent_and_filters_that_are_not_given_never()
    {
        using var test = new TestClient(Answers.Page());

        await test.GetAsync(ListRequests.Instances(name: "", status: null));

        Assert.Equal("?pageSize=100&pageNum=3", test.Handler.Single.RequestUri?.Query);
    }

    [Fact]
    public async Task Filters_are_escaped()
    {
        using var test = new TestClient(Answers.Page());

        await test.GetAsync(ListRequests.Instances(name: "a&b=c d+é#?/%", productName: "RTX 4090", status: "toStart"));

        Assert.Equal(
            "?pageSize=100&pageNum=3&name=a%26b%3Dc%20d%2B%C3%A9%23%3F%2F%25&productName=RTX%204090&status=toStart",
            test.Handler.Single.RequestUri?.Query);
    }

    [Theory]
    [InlineData("https://api.novita.ai", "https://api.novita.ai/gpu-instance/openapi/v1/gpu/instances")]
    [InlineData("https://api.novita.ai/", "https://api.novita.ai/gpu-instance/openapi/v1/gpu/instances")]
    [InlineData("http://127.0.0.1:5000/team-a", "http://127.0.0.1:5000/team-a/gpu-instance/openapi/v1/gpu/instances")]
    [InlineData("http://127.0.0.1:5000/team-a/", "http://127.0.0.1:5000/team-a/gpu-instance/openapi/v1/gpu/instances")]
    [InlineData("https://proxy.example/a%20b/c", "https://proxy.example/a%20b/c/gpu-instance/openapi/v1/gpu/instances")]
    public async Task A_path_of_the_endpoint_stays_in_front(string endpoint, string expected)
    {
        using var test = new TestClient(options => options with { Endpoint = new Uri(endpoint) }, Answers.Page());

        await test.GetAsync();

        Assert.Equal(expected, test.Handler.Single.RequestUri?.GetLeftPart(UriPartial.Path));
    }

    [Fact]
    public async Task The_check_of_the_key_asks_for_one_row_of_page_1()
    {
        using var test = new TestClient(Answers.Page(1, 250));

        var page = await test.Client.CheckKeyAsync(default);

        Assert.Equal("?pageSize=1&pageNum=1", test.Handler.Single.RequestUri?.Query);
        Assert.Equal(250, page.Total);
    }

    [Fact]
    public async Task What_is_told_of_a_request_is_its_address_as_it_was_sent_and_no_key()
    {
        using var test = new TestClient(Answers.Page(2, 250));

        await test.GetAsync(ListRequests.Instances(name: "a\u202eb"));

        Assert.Contains(test.Events, told => told.Kind == ClientEventKind.Request && told.Text.Contains("&name=a%E2%80%AEb: HTTP 200", StringComparison.Ordinal));
        Assert.Contains(test.Events, told => told.Kind == ClientEventKind.Step && told.Text.StartsWith("page 3: 2 instances of 250 in ", StringComparison.Ordinal));
        Assert.DoesNotContain(test.Events, told => told.Text.Contains(TestClient.Key, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_time_that_is_told_is_that_of_the_last_try_alone()
    {
        var clock = new TestClock();
        using var test = new TestClient(clock, options => options, Answers.Throttled("15"), Answers.With(503, "7"), Slow);

        await test.GetAsync();

        Assert.Contains(test.Events, told => told.Kind == ClientEventKind.Request && told.Text.EndsWith(" in 40 ms", StringComparison.Ordinal));
        Assert.Equal("page 3: 1 instance of 1 in 40 ms", Assert.Single(test.Events, told => told.Kind == ClientEventKind.Step).Text);

        Task<HttpResponseMessage> Slow(CancellationToken cancellationToken)
        {
            clock.Advance(TimeSpan.FromMilliseconds(40));
            return Answers.Page()(cancellationToken);
        }
    }

}
