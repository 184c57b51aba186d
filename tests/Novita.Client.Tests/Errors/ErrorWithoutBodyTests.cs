using Novita.Client.Http;
using Novita.Client.Requests;
using Novita.Client.Tests.Fixtures;

namespace Novita.Client.Tests.Errors;

/// <summary>Refusals whose body does not come: the status says enough.</summary>
public sealed class ErrorWithoutBodyTests
{
    [Theory]
    [InlineData(401, NovitaErrorKind.ApiKeyRefused, 1)]
    [InlineData(400, NovitaErrorKind.RequestInvalid, 1)]
    [InlineData(429, NovitaErrorKind.RateLimited, 5)]
    [InlineData(503, NovitaErrorKind.ServiceUnavailable, 5)]
    public async Task A_body_that_breaks_off_does_not_hide_the_status(int status, NovitaErrorKind kind, int requests)
    {
        using var test = new TestClient([.. Enumerable.Range(0, 5).Select(_ => Broken(status))]);

        var error = await test.FailAsync();

        Assert.Equal((kind, status), (error.Kind, error.StatusCode));
        Assert.Equal(requests, test.Handler.Count);
    }

    [Fact]
    public async Task A_change_that_was_refused_was_not_made_though_the_words_are_missing()
    {
        using var test = new TestClient(Broken(400));

        var error = await Assert.ThrowsAsync<NovitaException>(() => test.Client.ChangeInstanceAsync(InstanceOperation.Start, "a", default));

        Assert.False(error.MayHaveHappened);
    }

    [Fact]
    public async Task An_errors_body_is_read_to_a_smaller_limit()
    {
        var body = BodyStream.Endless();
        using var test = new TestClient(async _ =>
        {
            await Task.Yield();
            return new HttpResponseMessage((System.Net.HttpStatusCode)401) { Content = new StreamContent(body) };
        });

        Assert.Equal(NovitaErrorKind.ApiKeyRefused, (await test.FailAsync()).Kind);
        Assert.InRange(body.BytesRead, ResponseBody.MaximumErrorBytes, 3L * ResponseBody.MaximumErrorBytes);
    }

    private static Answer Broken(int status) => _ => Task.FromResult(
        new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new StreamContent(BodyStream.BrokenOff("{", new IOException("cut"))) });
}
