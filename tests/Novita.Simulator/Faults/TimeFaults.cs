namespace Novita.Simulator.Faults;

/// <summary>The peer takes its time, until the client gives up.</summary>
public static class TimeFaults
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Nothing comes.</summary>
    public static Fault Hang { get; } = Stall("no answer", "");

    /// <summary>Nothing comes after half of the headers.</summary>
    public static Fault HangInHeaders { get; } = Stall("stops within the headers", Head + "X-Half: ");

    /// <summary>Nothing comes after the headers.</summary>
    public static Fault HangAfterHeaders { get; } = Stall("stops after the headers", Head + "Content-Length: 500\r\n\r\n");

    /// <summary>Nothing comes after half of the body.</summary>
    public static Fault HangInBody { get; } = Stall("stops within the body", Head + "Content-Length: 500\r\n\r\n{\"instances\":[");

    /// <summary>An error's body stops half-way.</summary>
    public static Fault HangInErrorBody { get; } = Stall("HTTP 503 that stops within its body", "HTTP/1.1 503 No\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"code\":");

    /// <summary>Whether another protocol was meant, nobody says.</summary>
    public static Fault SwitchProtocols { get; } = Stall("HTTP 101 and then nothing", "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: something\r\n\r\n");

    /// <summary>The body comes a byte at a time.</summary>
    public static Fault DripBody { get; } = Drip("body that drips", Head + "Content-Length: 100000\r\n\r\n", " ");

    /// <summary>The headers come a byte at a time.</summary>
    public static Fault DripHeaders { get; } = Drip("headers that drip", Head + "X-Long: ", "x");

    /// <summary>Chunks without end, each a byte.</summary>
    public static Fault DripChunks { get; } = Drip("chunks that drip", Head + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n");

    /// <summary>Interim replies come for ever.</summary>
    public static Fault Processing { get; } = Drip("HTTP 102 for ever", "", "HTTP/1.1 102 Processing\r\n\r\n");

    private static Fault Stall(string name, string text) => new(name, async (context, _) =>
    {
        var reply = new RawReply(context);
        await reply.SendAsync(text);
        await reply.HangAsync();
    });

    private static Fault Drip(string name, string text, string drop) => new(name, async (context, _) =>
    {
        var reply = new RawReply(context);
        await reply.SendAsync(text);
        await reply.RepeatAsync(System.Text.Encoding.ASCII.GetBytes(drop), s_pause);
    });
}
