using Microsoft.AspNetCore.Hosting.Server;

namespace Novita.Simulator.Faults;

/// <summary>The connection breaks.</summary>
public static class ConnectionFaults
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 10000\r\n\r\n";

    public static Fault Reset { get; } = new("connection reset before the headers", (context, _) =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    public static Fault Close { get; } = RawReply.Of("connection closed without a reply", "");
    public static Fault CutHeaders { get; } = RawReply.Of("connection closed within the headers", "HTTP/1.1 200 OK\r\nContent-Ty");
    public static Fault ResetAfterHeaders { get; } = Break("connection reset after the headers", Head);
    public static Fault CutBody { get; } = Break("connection reset within the body", Head + "{\"instances\":[{\"id\":\"");

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
