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
    public async Task A_redirect_is_refused_by_its_host_and_not_followed(int status, string location, string host)
    {
        using var test = new TestClient(Answers.Redirect(status, location), Answers.Page());

        var error = await test.FailAsync();

        Assert.Equal(NovitaErrorKind.ResponseInvalid, error.Kind);
        Assert.Equal(status, error.StatusCode);
        Assert.Contains($"{host} ", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, test.Handler.Count);
    }

    [Theory]
    [InlineData("//")]
    [InlineData("http://")]
    [InlineData("https://[")]
    [InlineData("")]
    [InlineData("mailto:hunter2@example.com")]
    [InlineData("javascript:alert('hunter2')")]
    public async Task A_redirect_to_no_address_is_refused_all_the_same(string location)
    {
        using var test = new TestClient(Answers.Redirect(302, location), Answers.Page());

        var error = await test.FailAsync();

        Assert.Equal(NovitaErrorKind.ResponseInvalid, error.Kind);
        Assert.DoesNotContain("hunter2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_is_not_repeated_even_where_the_target_holds_it()
    {
        using var test = new TestClient(Answers.Redirect(302, $"https://{TestClient.Key}@evil.example/"), Answers.Page());

        Assert.DoesNotContain(TestClient.Key, (await test.FailAsync()).ToString(), StringComparison.Ordinal);
    }
}
