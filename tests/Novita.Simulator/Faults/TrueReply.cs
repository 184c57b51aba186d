using System.Text;

namespace Novita.Simulator.Faults;

/// <summary>What the service would have answered, for a fault to spoil.</summary>
internal static class TrueReply
{
    /// <summary>Lets the service answer, and keeps the body back. A change is made.</summary>
    public static async Task<byte[]> TakeAsync(HttpContext context, RequestDelegate next)
    {
        var response = context.Response;
        var connection = response.Body;
        using var body = new MemoryStream();
        response.Body = body;
        await next(context);
        await response.BodyWriter.FlushAsync();
        response.Body = connection;
        return body.ToArray();
    }

    /// <summary>A fault that sends the true reply with another body.</summary>
    public static Fault Spoil(string name, Func<byte[], byte[]> spoil, Action<HttpResponse>? head = null) => new(name, async (context, next) =>
    {
        var body = spoil(await TakeAsync(context, next));
        context.Response.ContentLength = body.Length;
        head?.Invoke(context.Response);
        await context.Response.Body.WriteAsync(body);
    });

    /// <summary>A fault that sends the true reply with another body.</summary>
    public static Fault Spoil(string name, Func<string, string> spoil) => Spoil(name, body => Encoding.UTF8.GetBytes(spoil(Encoding.UTF8.GetString(body))));

    /// <summary>A fault that sends the true body behind a head of its own.</summary>
    public static Fault Reframe(string name, Func<byte[], string> head, string tail = "") => new(name, async (context, next) =>
    {
        var body = await TakeAsync(context, next);
        var reply = new RawReply(context);

        // In one piece: what comes after the body must not meet the client's next request.
        await reply.SendAsync((byte[])[.. Encoding.Latin1.GetBytes(head(body)), .. body, .. Encoding.Latin1.GetBytes(tail)]);
        await reply.CloseAsync();
    });
}
