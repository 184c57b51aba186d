using System.Text;

namespace Novita.Simulator.Faults;

/// <summary>A status that is no success.</summary>
public static class StatusFaults
{
    public static Fault Of(int status) => Error($"HTTP {status}", status, $$$"""{"code":{{{status}}},"message":"no","metadata":{}}""");
    public static Fault Named(int status, string reason) => Error($"HTTP {status} {reason}", status, $$$"""{"code":{{{status}}},"reason":"{{{reason}}}","message":"no","metadata":{}}""");
    public static Fault Html(int status) => Of($"HTTP {status} with HTML", status, $"<html><head><style>p {{ color: red }}</style></head><body><h1>{status}</h1><p>cloudflare</p></body></html>", "text/html");
    public static Fault Empty(int status) => Of($"HTTP {status} without a body", status, "", null);
    public static Fault Wait(int status, string retryAfter) => Of($"HTTP {status}, Retry-After: {retryAfter}", status, $$"""{"code":{{status}},"message":"later"}""", "application/json", response => response.Headers.RetryAfter = retryAfter);
    public static Fault Redirect(int status, string location) => Of($"HTTP {status} to {(location.Length > 40 ? "a long address" : location)}", status, "", null, response => response.Headers.Location = location);

    public static Fault RedirectHere(int status) => new($"HTTP {status} to http on the same host", (context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = $"http://{context.Request.Host}{context.Request.Path}{context.Request.QueryString}";
        return Task.CompletedTask;
    });

    public static Fault CutBody(int status) => RawReply.Of($"HTTP {status} whose body is cut", $"HTTP/1.1 {status} No\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{{\"code\":");
    public static Fault NotPacked(int status) => Of($"HTTP {status} said to be gzip that is not", status, "<html>no</html>", "text/html", response => response.Headers.ContentEncoding = "gzip");

    public static Fault Endless(int status) => new($"HTTP {status} with an endless body", (context, _) =>
    {
        context.Response.StatusCode = status;
        return BodyFaults.SendForEverAsync(context, "{\"message\":\""u8.ToArray());
    });

    public static Fault Error(string name, int status, string body) => Of(name, status, body, "application/json");

    public static Fault Of(string name, int status, string body, string? contentType, Action<HttpResponse>? head = null) => new(name, async (context, _) =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        head?.Invoke(context.Response);
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    });
}
