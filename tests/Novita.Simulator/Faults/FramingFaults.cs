namespace Novita.Simulator.Faults;

/// <summary>What comes is not quite HTTP, or is HTTP that nobody expects.</summary>
public static class FramingFaults
{
    private const string Open = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";
    private const string Head = Open + "Connection: close\r\n";
    private const string Chunked = Head + "Transfer-Encoding: chunked\r\n\r\n";

    public static Fault LengthTooLong { get; } = TrueReply.Reframe("Content-Length too long", body => $"{Head}Content-Length: {body.Length + 7}\r\n\r\n");
    public static Fault LengthTooShort { get; } = RawReply.Of("Content-Length too short", $"{Head}Content-Length: 12\r\n\r\n{{\"instances\":[],\"total\":0}}");
    public static Fault LengthNoNumber { get; } = TrueReply.Reframe("Content-Length that is no number", _ => $"{Head}Content-Length: many\r\n\r\n");
    public static Fault LengthNegative { get; } = TrueReply.Reframe("negative Content-Length", _ => $"{Head}Content-Length: -1\r\n\r\n");
    public static Fault LengthHuge { get; } = RawReply.Of("Content-Length of 8 EB", $"{Head}Content-Length: 9223372036854775807\r\n\r\n{{");
    public static Fault ChunkNoNumber { get; } = RawReply.Of("chunk length that is no number", $"{Chunked}zz\u001b[2J\r\n{{}}\r\n0\r\n\r\n");
    public static Fault ChunkTooLong { get; } = RawReply.Of("chunk length out of range", $"{Chunked}FFFFFFFFFFFFFFFFFF\r\n{{}}\r\n0\r\n\r\n");
    public static Fault ChunkMismatch { get; } = RawReply.Of("chunk longer than it says", $"{Chunked}1\r\n{{}}\r\n0\r\n\r\n");
    public static Fault ChunksCut { get; } = TrueReply.Reframe("last chunk missing", body => $"{Chunked}{body.Length:x}\r\n", "\r\n");
    public static Fault HeaderFlood { get; } = RawReply.Of("header flood", Head + string.Concat(Enumerable.Range(0, 20_000).Select(number => $"X-Flood-{number}: water\r\n")) + "\r\n{}");

    public static Fault BrokenHeader { get; } = new("header line without a colon that quotes the key", async (context, _) =>
    {
        var reply = new RawReply(context);
        await reply.SendAsync($"HTTP/1.1 200 OK\r\n\u001b]0;owned\u0007 {context.Request.Headers.Authorization}\r\n\r\n");
        await reply.CloseAsync();
    });

    public static Fault Echo { get; } = new("echo of the request", async (context, _) =>
    {
        var request = context.Request;
        var reply = new RawReply(context);
        await reply.SendAsync($"{request.Method} {request.Path}{request.QueryString} HTTP/1.1\r\nAuthorization: {request.Headers.Authorization}\r\n\r\n");
        await reply.CloseAsync();
    });

    public static Fault OtherProtocol { get; } = RawReply.Of("greeting of an SSH server", "SSH-2.0-OpenSSH_9.6\u001b[31m\r\n");
    public static Fault TlsAlert { get; } = RawReply.Of("TLS alert in plain HTTP", "\u0015\u0003\u0001\0\u0002\u0002\u0046");
    public static Fault NoHead { get; } = RawReply.Of("body without a head", "{\"instances\":[]}");
    public static Fault StatusNoNumber { get; } = RawReply.Of("status that is no number", "HTTP/1.1 2OO OK\r\nContent-Length: 2\r\n\r\n{}");
    public static Fault Http10 { get; } = TrueReply.Reframe("HTTP/1.0 without a length", _ => "HTTP/1.0 200 OK\r\n\r\n");
    public static Fault Continue { get; } = TrueReply.Reframe("HTTP 100 before the reply", body => $"HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n{Head}Content-Length: {body.Length}\r\n\r\n");
    public static Fault SecondReply { get; } = TrueReply.Reframe("second reply that nobody asked for", body => $"{Open}Content-Length: {body.Length}\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 27\r\n\r\n{\"instances\":[],\"total\":0}\r\n");

    public static Fault SmallChunks { get; } = new("chunks of one byte", async (context, next) =>
    {
        var body = await TrueReply.TakeAsync(context, next);
        var reply = new RawReply(context);
        await reply.SendAsync(Chunked + string.Concat(body.Select(character => $"1;note=x\r\n{(char)character}\r\n")) + "0\r\nX-Trailer: x\r\n\r\n");
        await reply.CloseAsync();
    });
}
