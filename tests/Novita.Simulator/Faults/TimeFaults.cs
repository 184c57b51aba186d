namespace Novita.Simulator.Faults;

/// <summary>The peer takes its time, until the client gives up.</summary>
public static class TimeFaults
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(50);

    public static Fault Hang { get; } = Stall("no answer", "");
    public static Fault HangInHeaders { get; } = Stall("stops within the headers", Head + "X-Half: ");
    public static Fault HangAfterHeaders { get; } = Stall("stops after the headers", Head + "Content-Length: 500\r\n\r\n");
    public static Fault HangInBody { get; } = Stall("stops within the body", Head + "Content-Length: 500\r\n\r\n{\"instances\":[");
    public static Fault HangInErrorBody { get; } = Stall("HTTP 503 that stops within its body", "HTTP/1.1 503 No\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"code\":");
    public static Fault SwitchProtocols { get; } = Stall("HTTP 101 and then nothing", "HTTP/1.1 101 Switching Protocols\r\nConnection: upgrade\r\nUpgrade: something\r\n\r\n");
    public static Fault DripBody { get; } = Drip("body that drips", Head + "Content-Length: 100000\r\n\r\n", " ");
    public static Fault DripHeaders { get; } = Drip("headers that drip", Head + "X-Long: ", "x");
    public static Fault DripChunks { get; } = Drip("chunks that drip", Head + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n");
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
