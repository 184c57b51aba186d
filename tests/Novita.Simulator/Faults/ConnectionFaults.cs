using Microsoft.AspNetCore.Hosting.Server;

namespace Novita.Simulator.Faults;

/// <summary>The connection breaks.</summary>
public static class ConnectionFaults
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10000\r\n\r\n";

    /// <summary>It is reset before anything was said.</summary>
    public static Fault Reset { get; } = new("connection reset before the headers", (context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>It is closed in good order before anything was said.</summary>
    public static Fault Close { get; } = RawReply.Of("connection closed without a reply", "");

    /// <summary>It is closed within the headers.</summary>
    public static Fault CutHeaders { get; } = RawReply.Of("connection closed within the headers", "HTTP/1.1 200 OK\r\nContent-Ty");

    /// <summary>It is reset after the headers.</summary>
    public static Fault ResetAfterHeaders { get; } = Break("connection reset after the headers", Head);

    /// <summary>It is reset within the body.</summary>
    public static Fault CutBody { get; } = Break("connection reset within the body", Head + "{\"instances\":[{\"id\":\"");

    /// <summary>From this request on nobody listens any more.</summary>
    public static Fault Vanish { get; } = new("service gone, connections refused", async (context, _) =>
    {
        // A stop that has no time left unbinds the port and cuts every connection.
        var server = context.RequestServices.GetRequiredService<IServer>();
        await Task.WhenAny(server.StopAsync(new CancellationToken(canceled: true)), Task.Delay(500));
        context.Abort();
    });

    private static Fault Break(string name, string text) => new(name, async (context, _) =>
    {
        await new RawReply(context).SendAsync(text);
        context.Abort();
    });
}
