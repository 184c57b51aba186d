using System.Globalization;
using System.Net;
using System.Text;

namespace Novita.Client.Tests.Fixtures;

/// <summary>Answers for a <see cref="ScriptedHandler"/>.</summary>
internal static class Answers
{
    public static Answer Page(int count = 1, int? total = null) => Json(200, Bodies.Page(count, total));

    public static Answer Json(int status, string body) => Of(status, body, "application/json");

    public static Answer Bytes(int status, byte[] body) => _ => Task.FromResult(
        new HttpResponseMessage((HttpStatusCode)status) { Content = new ByteArrayContent(body) });

    public static Answer Html(int status, string body) => Of(status, body, "text/html");

    public static Answer Status(int status) => Json(status, $$"""{"code":{{status}},"message":"no"}""");

    public static Answer Throttled(string? retryAfter = null) => With(429, retryAfter);

    public static Answer With(int status, string? retryAfter) => async cancellationToken =>
    {
        var reply = await Status(status)(cancellationToken);
        if (retryAfter is not null)
        {
            Assert.True(reply.Headers.TryAddWithoutValidation("Retry-After", retryAfter));
        }

        return reply;
    };

    public static Answer Redirect(int status, string location) => _ =>
    {
        var reply = new HttpResponseMessage((HttpStatusCode)status);
        Assert.True(reply.Headers.TryAddWithoutValidation("Location", location));
        return Task.FromResult(reply);
    };

    public static Answer Throws(Exception error) => _ => Task.FromException<HttpResponseMessage>(error);

    public static Answer Content(Stream stream, long? length = null) => _ =>
    {
        var content = new StreamContent(stream);
        content.Headers.ContentLength = length;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content });
    };

    /// <summary>Never answers.</summary>
    public static Answer Nothing() => async cancellationToken =>
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        throw new InvalidOperationException();
    };

    public static string HttpDate(DateTimeOffset time) => time.ToString("R", CultureInfo.InvariantCulture);

    private static Answer Of(int status, string body, string contentType) => _ => Task.FromResult(
        new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, contentType) });
}
