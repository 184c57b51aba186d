namespace Novita.Client.Tests.Contract;

/// <summary>Where a key may go, and what may be a key.</summary>
public sealed class EndpointTests
{
    [Theory]
    [InlineData("https://api.novita.ai")]
    [InlineData("https://proxy.example:8443/team-a")]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://localhost:5000/team-a")]
    [InlineData("http://[::1]:5000")]
    [InlineData("https://gpu.münchen.example")]
    public void Https_and_loopback_are_endpoints(string endpoint) => Create(endpoint).Dispose();

    [Theory]
    [InlineData("http://api.novita.ai", NovitaErrorKind.InsecureEndpoint)]
    [InlineData("http://10.0.0.1", NovitaErrorKind.InsecureEndpoint)]
    [InlineData("ftp://api.novita.ai", NovitaErrorKind.RequestInvalid)]
    [InlineData("/team-a", NovitaErrorKind.RequestInvalid)]
    [InlineData("api.novita.ai", NovitaErrorKind.RequestInvalid)]
    [InlineData("https://api.novita.ai?a=b", NovitaErrorKind.RequestInvalid)]
    [InlineData("https://api.novita.ai#a", NovitaErrorKind.RequestInvalid)]
    [InlineData("https://user:hunter2@api.novita.ai", NovitaErrorKind.RequestInvalid)]
    [InlineData("https://xn--ü.example", NovitaErrorKind.RequestInvalid)]
    [InlineData("https://-ü.example", NovitaErrorKind.RequestInvalid)]
    public void An_endpoint_that_is_not_valid_is_refused_without_its_password(string endpoint, NovitaErrorKind kind)
    {
        var error = Assert.Throws<NovitaException>(() => Create(endpoint));

        Assert.Equal(kind, error.Kind);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("proxy.example:8080")]
    [InlineData("ftp://user:hunter2@proxy.example")]
    [InlineData("http://user:hunter2@xn--ü.example:8080")]
    public void A_proxy_that_is_not_valid_is_refused_without_its_password(string proxy)
    {
        var error = Assert.Throws<NovitaException>(() => Create("https://api.novita.ai", proxy: proxy));

        Assert.Equal(NovitaErrorKind.RequestInvalid, error.Kind);
        Assert.Contains("is not a proxy", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Plain_http_to_another_machine_is_allowed_where_that_is_said() =>
        Create("http://10.0.0.1", allowUnencrypted: true).Dispose();

    [Theory]
    [InlineData("", NovitaErrorKind.ApiKeyMissing)]
    [InlineData("  ", NovitaErrorKind.ApiKeyMissing)]
    [InlineData("sk_hunter2 x", NovitaErrorKind.RequestInvalid)]
    [InlineData("sk_hunter2\r\nX-Evil: 1", NovitaErrorKind.RequestInvalid)]
    [InlineData("sk_hunter2é", NovitaErrorKind.RequestInvalid)]
    public void What_cannot_be_a_key_is_refused_without_being_shown(string text, NovitaErrorKind kind)
    {
        var error = Assert.Throws<NovitaException>(() => new ApiKey(text, "-ApiKey"));

        Assert.Equal(kind, error.Kind);
        Assert.Contains("-ApiKey", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"sk_hunter2\"")]
    [InlineData("'sk_hunter2'")]
    [InlineData("`sk_hunter2`")]
    [InlineData("“sk_hunter2”")]
    [InlineData("‘sk_hunter2’")]
    public void A_key_in_quotes_is_refused_with_that_reason(string text)
    {
        var error = Assert.Throws<NovitaException>(() => new ApiKey(text, "-ApiKey"));

        Assert.Contains("is in quotes", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sk_01234567", null)]
    [InlineData("sk_012345678", "5678")]
    public void A_short_key_shows_none_of_its_characters(string text, string? lastFour) =>
        Assert.Equal(lastFour, new ApiKey(text, "a test").LastFour);

    [Fact]
    public async Task White_space_around_a_key_is_dropped()
    {
        using var handler = new ScriptedHandler(Answers.Page());
        using var client = new NovitaClient(
            new NovitaClientOptions { CreateHandler = () => handler, Clock = new TestClock() },
            new ApiKey("  sk_0123456789\n", "a test"));

        await client.CheckKeyAsync(default);

        Assert.Equal("sk_0123456789", handler.Single.Headers.Authorization?.Parameter);
    }

    private static NovitaClient Create(string endpoint, bool allowUnencrypted = false, string? proxy = null) => new(
        new NovitaClientOptions { Endpoint = new Uri(endpoint, UriKind.RelativeOrAbsolute), AllowUnencrypted = allowUnencrypted, Proxy = proxy is null ? null : new Uri(proxy, UriKind.RelativeOrAbsolute) },
        new ApiKey("sk_0123456789", "a test"));
}
