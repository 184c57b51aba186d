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
    [InlineData("""{"reason":"INSUFFICIENT_RESOURCE","message":"none left"}""", "resource", NovitaErrorKind.CapacityUnavailable)]
    [InlineData("""{"message":"image not found"}""", "found", NovitaErrorKind.NotFound)]
    public async Task A_secret_that_is_a_word_of_the_service_is_masked_and_does_not_change_the_kind_of_failure(string body, string secret, NovitaErrorKind expected)
    {
        using var test = new TestClient(Answers.Html(400, body));

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.CreateInstanceAsync(Wanted.Gpu with { Variables = [new("NAME", secret)] }, test.Call));

        Assert.Equal(expected, error.Kind);
        Assert.DoesNotContain(secret, error.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_text_too_short_to_be_a_secret_masks_nothing()
    {
        using var test = new TestClient(Answers.Json(400, "{\"message\":\"gpuNum 1 is bad\"}"));

        var error = await Assert.ThrowsAsync<NovitaException>(() =>
            test.Client.CreateInstanceAsync(Wanted.Gpu with { Variables = [new("A", "1"), new("B", "bad"), new("C", "")] }, test.Call));

        Assert.Contains("gpuNum 1 is bad", error.Message, StringComparison.Ordinal);
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
    public async Task Only_a_403_in_html_is_a_gateways_and_says_nothing_about_the_key()
    {
        using var test = new TestClient(Answers.Html(403, "<html><body>Access denied. Error 1010</body></html>"));

        using var own = new TestClient(Answers.Json(403, "{\"code\":403,\"reason\":\"FORBIDDEN\",\"message\":\"no\"}"));

        var error = await test.FailAsync();

        Assert.Equal(NovitaErrorKind.AccessDenied, error.Kind);
        Assert.DoesNotContain("gateway", (await own.FailAsync()).Message, StringComparison.Ordinal);
        Assert.Contains("gateway", error.Message, StringComparison.Ordinal);
        Assert.Contains("1010", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, error.Attempts);
    }

}
