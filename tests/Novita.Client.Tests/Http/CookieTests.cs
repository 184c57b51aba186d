using Novita.Client.Http;
using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Http;

public sealed class CookieTests
{
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
