using Novita.Client.Requests;

namespace Novita.Client.Tests.Http;

public sealed class PostTests
{
    [Fact]
    public async Task A_change_is_a_post_of_plain_json_with_the_key()
    {
        using var test = new TestClient(Answers.Json(200, "{}"));

        await test.Client.ChangeInstanceAsync(InstanceOperation.Start, "a1", test.Call);

        var request = test.Handler.Single;
        Assert.Equal(HttpMethod.Post, request.Method);
        Assert.Equal("application/json", request.Content?.Headers.ContentType?.ToString());
        Assert.Equal($"Bearer {TestClient.Key}", Assert.Single(request.Headers.GetValues("Authorization")));
        Assert.Equal("application/json", Assert.Single(request.Headers.GetValues("Accept")));
        Assert.Equal("", request.RequestUri?.Query);
    }

    [Theory]
    [InlineData(200, "")]
    [InlineData(200, "{}")]
    [InlineData(200, "null")]
    [InlineData(200, "[]")]
    [InlineData(200, "\"ok\"")]
    [InlineData(200, " \r\n")]
    [InlineData(200, "{\"instanceId\":{},\"state\":[1]}")]
    [InlineData(200, "{\"instanceId\":\"\\ud800\"}")]
    [InlineData(200, "{\"state\":\"\"}")]
    [InlineData(200, "{\"state\":null,\"newInstanceId\":null}")]
    [InlineData(200, "{\"unheard\":\"of\"}")]
    [InlineData(200, "{\"code\":0,\"message\":\"success\"}")]
    [InlineData(200, "{\"code\":200,\"reason\":\"OK\"}")]
    [InlineData(200, "{\"code\":\"SUCCESS\"}")]
    [InlineData(200, "{\"error\":null}")]
    [InlineData(200, "{\"error\":\"\"}")]
    [InlineData(201, "{}")]
    [InlineData(202, "{}")]
    [InlineData(204, "")]
    public async Task Whatever_is_said_in_JSON_with_a_2xx_the_change_was_taken(int status, string body)
    {
        using var test = new TestClient(Answers.Html(status, body));

        foreach (var action in new[] { InstanceOperation.Start, InstanceOperation.Stop, InstanceOperation.Restart, InstanceOperation.Remove, InstanceOperation.Move })
        {
            Assert.Equal(new OperationResult("a1", null), await test.Client.ChangeInstanceAsync(action, "a1", test.Call));
        }

        Assert.Equal(5, test.Handler.Count);
    }

    [Theory]
    [InlineData("{\"instanceId\":\"a1\",\"state\":\"starting\"}", "starting")]
    [InlineData("{\"State\":\"aNewOne\"}", "aNewOne")]
    [InlineData("{\"id\":\"a1\",\"state\":\"starting\",\"reason\":\"by request\"}", "starting")]
    public async Task The_state_that_is_told_is_given(string body, string status)
    {
        using var test = new TestClient(Answers.Json(200, body));

        Assert.Equal(new OperationResult("a1", status), await test.Client.ChangeInstanceAsync(InstanceOperation.Start, "a1", test.Call));
    }

    [Theory]
    [InlineData("{\"newInstanceId\":\"b2\"}", "b2")]
    [InlineData("{\"instanceId\":\"a1\",\"newInstanceId\":\"b2\",\"message\":\"ok\",\"jobId\":\"j\"}", "b2")]
    [InlineData("{\"instanceId\":\"c3\",\"newInstanceId\":\"\"}", "a1")]
    [InlineData("{\"newInstanceId\":null}", "a1")]
    public async Task An_instance_that_was_moved_is_told_by_its_new_id(string body, string expected)
    {
        using var test = new TestClient(Answers.Json(200, body));

        Assert.Equal(expected, (await test.Client.ChangeInstanceAsync(InstanceOperation.Move, "a1", test.Call)).Id);
    }

    [Theory]
    [InlineData("{\"id\":\"b2\"}")]
    [InlineData("{\"Id\":\"b2\",\"unheard\":{\"of\":1}}")]
    [InlineData("{\"state\":{\"now\":[\"toCreate\"]},\"id\":\"b2\"}")]
    [InlineData("\ufeff{\"id\":\"b2\"}")]
    public async Task A_new_instance_is_told_by_its_id(string body)
    {
        using var test = new TestClient(Answers.Json(200, body));

        Assert.Equal("b2", await test.Client.CreateInstanceAsync(Wanted.Gpu, test.Call));
    }

    [Fact]
    public async Task A_failed_change_is_told_with_its_instance()
    {
        using var test = new TestClient(Answers.Status(400));

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.ChangeInstanceAsync(InstanceOperation.Stop, "a1", test.Call));

        Assert.Equal("a1", error.Subject?.Id);
        Assert.Contains("This was instance 'a1'.", error.Message, StringComparison.Ordinal);
        Assert.Equal("https://api.novita.ai/gpu-instance/openapi/v1/gpu/instance/stop", error.RequestUri?.AbsoluteUri);
    }

    [Fact]
    public async Task What_is_told_of_a_change_holds_no_body()
    {
        using var test = new TestClient(Answers.Status(429), Answers.Json(200, "{\"id\":\"a1\"}"));

        await test.Client.CreateInstanceAsync(Wanted.Gpu with { ImageAuth = "user:hunter2", Variables = [new("TOKEN", "hunter2")] }, test.Call);

        Assert.Contains(test.Events, told => told.Kind == ClientEventKind.Request && told.Text.StartsWith("POST https://api.novita.ai/", StringComparison.Ordinal));
        Assert.DoesNotContain(test.Events, told => told.Text.Contains("hunter2", StringComparison.Ordinal) || told.Text.Contains(TestClient.Key, StringComparison.Ordinal));
    }
}
