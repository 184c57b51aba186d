using System.Net;
using Novita.Client.Http;

namespace Novita.Client.Tests.Http;

/// <summary>What a proxy's refusal, and a proxy that does not answer, say.</summary>
public sealed class ProxyRefusedTests
{
    private static readonly Uri s_target = new("https://api.novita.ai/x");

    [Theory]
    [InlineData("http://proxy.example:8080", "The proxy proxy.example:8080 wants a user and password, and was given none")]
    [InlineData("http://me:hunter2@proxy.example:8080", "The proxy proxy.example:8080 refused the user and password that it was given")]
    public async Task A_tunnel_that_is_refused_for_want_of_a_password_names_the_proxy(string proxy, string expected)
    {
        using var test = new TestClient(
            options => options with { Proxy = new Uri(proxy) },
            Answers.Throws(new HttpRequestException("The proxy tunnel request to proxy 'http://proxy.example:8080/' failed with status code '407'.\"")));

        var error = await test.FailAsync();

        Assert.Equal((NovitaErrorKind.ProxyRefused, 407, 1), (error.Kind, error.StatusCode, error.Attempts));
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
        Assert.False(error.MayHaveHappened);
    }

    [Fact]
    public async Task A_407_over_http_names_the_proxy_too()
    {
        using var test = new TestClient(options => options with { Proxy = new Uri("http://proxy.example:8080") }, Answers.Json(407, ""));

        var error = await test.FailAsync();

        Assert.Equal((NovitaErrorKind.ProxyRefused, 407), (error.Kind, error.StatusCode));
        Assert.Contains("The proxy proxy.example:8080 wants a user and password", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The proxy tunnel request to proxy 'http://p:1/' failed with status code '407'.\"", 407)]
    [InlineData("The proxy tunnel request to proxy 'http://p:1/' failed with status code '502'.\"", 502)]
    [InlineData("Connection refused (p:1)", null)]
    public void The_status_of_a_tunnel_is_read_from_the_runtimes_words(string message, int? expected) =>
        Assert.Equal(expected, ProxyInUse.StatusOf(new HttpRequestException("x", new HttpRequestException(message))));

    [Fact]
    public void A_proxy_of_the_environment_is_named_with_its_variable()
    {
        var before = Environment.GetEnvironmentVariable("ALL_PROXY");
        Environment.SetEnvironmentVariable("ALL_PROXY", "http://me:hunter2@dead.example:3128");
        try
        {
            var proxy = ProxyInUse.Find(new NovitaClientOptions(), s_target, new WebProxy("http://dead.example:3128"));

            Assert.Equal("the proxy dead.example:3128 of $env:ALL_PROXY", proxy?.ToString());
        }
        finally
        {
            Environment.SetEnvironmentVariable("ALL_PROXY", before);
        }
    }

    [Fact]
    public void Where_the_system_has_no_proxy_for_the_address_there_is_none()
    {
        Assert.Null(ProxyInUse.Find(new NovitaClientOptions(), s_target, null));
        Assert.Null(ProxyInUse.Find(new NovitaClientOptions(), s_target, new WebProxy()));
        Assert.Null(ProxyInUse.Find(new NovitaClientOptions { Endpoint = new Uri("http://127.0.0.1:1") }, s_target, new WebProxy("http://p:1")));
    }
}
