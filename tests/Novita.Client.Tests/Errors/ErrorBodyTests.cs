using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Errors;

/// <summary>The shapes that bodies of refusals have.</summary>
public sealed class ErrorBodyTests
{
    [Theory]
    [InlineData("{\"code\":400,\"reason\":\"RESOURCE_NOT_FOUND\",\"message\":\"it is gone\",\"metadata\":{}}")]
    [InlineData("{\"code\":\"400\",\"reason\":\"RESOURCE_NOT_FOUND\",\"message\":\"it is gone\"}")]
    [InlineData("{\"code\":\"RESOURCE_NOT_FOUND\",\"message\":\"it is gone\"}")]
    [InlineData("{\"message\":\"RESOURCE_NOT_FOUND: it is gone\"}")]
    [InlineData("{\"error\":{\"code\":\"RESOURCE_NOT_FOUND\",\"message\":\"it is gone\"}}")]
    [InlineData("{\"error\":\"RESOURCE_NOT_FOUND: it is gone\"}")]
    [InlineData("{\"title\":\"RESOURCE_NOT_FOUND: it is gone\"}")]
    [InlineData("{\"msg\":\"RESOURCE_NOT_FOUND: it is gone\"}")]
    [InlineData("{\"Reason\":\"RESOURCE_NOT_FOUND\",\"MESSAGE\":\"it is gone\"}")]
    [InlineData("\uFEFF{\"reason\":\"RESOURCE_NOT_FOUND\",\"message\":\"it is gone\"}")]
    public async Task Name_and_words_are_found_in_every_shape(string body)
    {
        using var test = new TestClient(Answers.Json(400, body));

        var error = await test.FailAsync();

        Assert.Equal("RESOURCE_NOT_FOUND", error.Reason);
        Assert.Equal(NovitaErrorKind.NotFound, error.Kind);
        Assert.Equal(400, error.StatusCode);
        Assert.Contains("it is gone", error.Message, StringComparison.Ordinal);
        Assert.Contains("RESOURCE_NOT_FOUND, HTTP 400", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"message\":null,\"reason\":null,\"code\":null,\"error\":null}")]
    [InlineData("{\"message\":{},\"reason\":[],\"code\":true,\"error\":[1]}")]
    [InlineData("{\"message\":\"\",\"reason\":\" \",\"code\":\"\"}")]
    [InlineData("{\"message\":\"cut sho")]
    [InlineData("{\"code\":400}")]
    public async Task A_body_that_says_nothing_leaves_the_status(string body)
    {
        using var test = new TestClient(Answers.Json(400, body));

        var error = await test.FailAsync();

        Assert.Equal(NovitaErrorKind.RequestInvalid, error.Kind);
        Assert.Null(error.Reason);
        Assert.Contains("(HTTP 400)", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_text_is_told_as_it_is()
    {
        using var test = new TestClient(Answers.Html(400, "upstream says no"));

        Assert.Contains("upstream says no", (await test.FailAsync()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INSUFFICIENT_RESOURCE: no GPU is free")]
    [InlineData("\"INSUFFICIENT_RESOURCE: no GPU is free\"")]
    public async Task A_known_name_is_found_in_plain_text_too(string body)
    {
        using var test = new TestClient(Answers.Html(400, body));

        Assert.Equal(NovitaErrorKind.CapacityUnavailable, (await test.FailAsync()).Kind);
    }

    [Fact]
    public async Task Of_a_page_in_html_only_the_words_are_told()
    {
        using var test = new TestClient(Answers.Html(404, "<html><head><style>p { color: red }</style><script>alert(1)</script></head><body><h1>Not\n here</h1></body></html>"));

        var error = await test.FailAsync();

        Assert.Contains("Not here", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("alert", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("color", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('<', error.Message);
    }

    [Fact]
    public async Task A_403_in_html_is_a_gateways_and_says_nothing_about_the_key()
    {
        using var test = new TestClient(Answers.Html(403, "<html><body>Access denied. Error 1010</body></html>"));

        var error = await test.FailAsync();

        Assert.Equal(NovitaErrorKind.AccessDenied, error.Kind);
        Assert.Contains("gateway", error.Message, StringComparison.Ordinal);
        Assert.Contains("1010", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Attempts);
    }

    [Fact]
    public async Task A_403_in_json_is_the_services_own()
    {
        using var test = new TestClient(Answers.Json(403, "{\"code\":403,\"reason\":\"FORBIDDEN\",\"message\":\"no\"}"));

        var error = await test.FailAsync();

        Assert.Equal(NovitaErrorKind.AccessDenied, error.Kind);
        Assert.DoesNotContain("gateway", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_gateways_page_with_a_5xx_is_a_failure_of_the_service(int status)
    {
        using var test = new TestClient(Answers.Html(status, "<html><body>Bad gateway</body></html>"));

        Assert.Equal(NovitaErrorKind.ServiceUnavailable, (await test.FailAsync()).Kind);
    }

    [Fact]
    public async Task A_wrong_state_is_known_by_the_words_alone()
    {
        using var test = new TestClient(Answers.Json(400, "{\"code\":400,\"message\":\"invalid state change\"}"));

        Assert.Equal(NovitaErrorKind.InvalidState, (await test.FailAsync()).Kind);
    }

    [Fact]
    public async Task A_message_that_is_no_valid_text_is_still_an_error_of_the_module()
    {
        using var test = new TestClient(Answers.Json(400, "{\"code\":400,\"reason\":\"RESOURCE_NOT_FOUND\",\"message\":\"\\ud800\"}"));

        Assert.Equal(NovitaErrorKind.NotFound, (await test.FailAsync()).Kind);
    }

    [Fact]
    public async Task A_body_in_another_encoding_is_still_an_error_of_the_module()
    {
        using var test = new TestClient(Answers.Bytes(400, [.. "{\"reason\":\"RESOURCE_NOT_FOUND\",\"message\":\"caf"u8, 0xE9, .. "\"}"u8]));

        Assert.Equal(NovitaErrorKind.NotFound, (await test.FailAsync()).Kind);
    }
}
