using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Errors;

public sealed class RedirectTests
{
    [Theory]
    [InlineData(301, "https://evil.example/steal?token=hunter2", "https://evil.example")]
    [InlineData(302, "https://evil.example:8443/hunter2#hunter2", "https://evil.example:8443")]
    [InlineData(307, "/login/hunter2", "https://api.novita.ai")]
    [InlineData(308, "//evil.example/hunter2", "https://evil.example")]
    [InlineData(302, "https://user:hunter2@evil.example/", "evil.example")]
    [InlineData(302, "//", null)]
    [InlineData(302, "http://", null)]
    [InlineData(302, "https://[", null)]
    [InlineData(302, "", null)]
    [InlineData(302, "mailto:hunter2@example.com", null)]
    public async Task A_redirect_is_refused_by_its_host_and_not_followed(int status, string location, string? host)
    {
        using var test = new TestClient(Answers.Redirect(status, location), Answers.Page());

        var error = await test.FailAsync();

        Assert.Equal(NovitaErrorKind.ResponseInvalid, error.Kind);
        Assert.Equal(status, error.StatusCode);
        Assert.Contains(host is null ? "" : $"{host} ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, test.Handler.Count);
    }
}
