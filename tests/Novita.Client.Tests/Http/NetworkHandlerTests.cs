using System.Net;
using Novita.Client.Http;

namespace Novita.Client.Tests.Http;

/// <summary>Asked of the handler itself: the runtime reads the system's proxy once a process, so no test could change it.</summary>
public sealed class NetworkHandlerTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5000", false)]
    [InlineData("https://localhost:5000", false)]
    [InlineData("https://api.novita.ai", true)]
    public void A_request_to_this_machine_goes_through_no_proxy_of_the_system(string endpoint, bool expected)
    {
        using var handler = Create(new NovitaClientOptions { Endpoint = new Uri(endpoint) });

        Assert.Equal(expected, handler.UseProxy);
    }

    [Fact]
    public void The_proxy_that_was_named_is_used_with_its_user_and_password()
    {
        using var handler = Create(new NovitaClientOptions { Proxy = new Uri("http://some%20one:hidden@proxy.example:8080") });

        var proxy = Assert.IsType<WebProxy>(handler.Proxy);
        var credential = Assert.IsType<NetworkCredential>(proxy.Credentials);
        Assert.Equal(new Uri("http://proxy.example:8080"), proxy.Address);
        Assert.Equal(("some one", "hidden"), (credential.UserName, credential.Password));
    }

    private static HttpClientHandler Create(NovitaClientOptions options) => (HttpClientHandler)NetworkHandler.Create(options);

    [Fact]
    public async Task A_cookie_is_never_sent_back()
    {
        await using var port = LoopbackPort.Http(200, "Set-Cookie: visitor=1; Path=/\r\n");
        var address = new Uri($"http://127.0.0.1:{port.Number}/");
        using var http = new HttpClient(NetworkHandler.Create(new NovitaClientOptions { Endpoint = address }));

        Assert.NotEmpty((await http.GetAsync(address)).Headers.GetValues("Set-Cookie"));
        await http.GetAsync(address);

        Assert.Equal(2, port.Requests.Count);
        Assert.DoesNotContain(port.Requests, request => request.Contains("Cookie", StringComparison.OrdinalIgnoreCase));
    }
}
