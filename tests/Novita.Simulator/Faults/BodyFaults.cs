using System.IO.Compression;
using System.Text;

namespace Novita.Simulator.Faults;

/// <summary>A 200 whose body is not what it should be.</summary>
public static class BodyFaults
{
    private static readonly byte[] s_filling = Encoding.ASCII.GetBytes(new string(' ', 1 << 16));
    private static readonly Lazy<byte[]> s_bomb = new(() => Pack(new byte[100 << 20]));

    public static Fault LoginPage { get; } = StatusFaults.Of("login page with 200", 200, "\n<!DOCTYPE html><html><body><form>Log in</form></body></html>", "text/html; charset=utf-8");

    public static Fault LoginPageUtf16 { get; } = new("login page in UTF-16", async (context, _) =>
    {
        context.Response.ContentType = "text/html; charset=utf-16";
        await context.Response.Body.WriteAsync((byte[])[.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("<html><body><form>Log in</form></body></html>")]);
    });

    public static Fault Blocked { get; } = StatusFaults.Of("words of a gateway with 200", 200, "Blocked by corporate policy", "text/plain");
    public static Fault HtmlAsJson { get; } = StatusFaults.Of("HTML said to be JSON", 200, "<html></html>", "application/json");
    public static Fault Empty { get; } = StatusFaults.Of("200 without a body", 200, "", "application/json");

    public static Fault NoContent { get; } = new("204", (context, _) =>
    {
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    });

    public static Fault WhiteSpace { get; } = Of("white space", " \r\n\t ");
    public static Fault Partial { get; } = TrueReply.Spoil("206 with the whole body", body => body, response => response.StatusCode = 206);
    public static Fault WrongType { get; } = TrueReply.Spoil("JSON said to be an image", body => body, response => response.ContentType = "image/png");
    public static Fault NoType { get; } = TrueReply.Spoil("JSON without a type", body => body, response => response.ContentType = null);
    public static Fault LyingCharset { get; } = TrueReply.Spoil("UTF-8 said to be UTF-16", body => body, response => response.ContentType = "application/json; charset=utf-16");
    public static Fault UnknownCharset { get; } = TrueReply.Spoil("UTF-8 said to be klingon", body => body, response => response.ContentType = "application/json; charset=klingon");
    public static Fault ByteOrderMark { get; } = TrueReply.Spoil("byte order mark before the body", body => [0xEF, 0xBB, 0xBF, .. body]);
    public static Fault Padded { get; } = TrueReply.Spoil("1 MB of white space around the body", body => $"{new string('\n', 1 << 19)}{body}{new string(' ', 1 << 19)}");
    public static Fault Utf16 { get; } = TrueReply.Spoil("UTF-16", body => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body))], response => response.ContentType = "application/json; charset=utf-16");

    public static Fault Latin1 { get; } = new("Latin-1", async (context, _) =>
    {
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes("""{"id":"café","name":"café","instances":[{"id":"a","name":"café"}]}"""));
    });

    public static Fault Twice { get; } = TrueReply.Spoil("two bodies in one", body => $"{body}\n{body}");
    public static Fault Trailing { get; } = TrueReply.Spoil("garbage after the body", body => body + " ok");
    public static Fault Comment { get; } = TrueReply.Spoil("comment after the body", body => body + "/* page 1 */");
    public static Fault TrailingComma { get; } = TrueReply.Spoil("comma too many", body => body[..^1] + ",}");
    public static Fault Half { get; } = TrueReply.Spoil("half of the body", body => body[..(body.Length / 2)]);
    public static Fault Prefixed { get; } = TrueReply.Spoil(")]}' before the body", body => ")]}'\n" + body);
    public static Fault NotPacked { get; } = TrueReply.Spoil("gzip that is plain", body => body, response => response.Headers.ContentEncoding = "gzip");
    public static Fault BadGzip { get; } = TrueReply.Spoil("gzip that does not inflate", body => [.. Pack(body)[..10], 0x07, .. Pack(body)[10..]], response => response.Headers.ContentEncoding = "gzip");
    public static Fault CutGzip { get; } = TrueReply.Spoil("gzip cut short", body => Pack(body)[..^12], response => response.Headers.ContentEncoding = "gzip");
    public static Fault Gzip { get; } = TrueReply.Spoil("gzip", Pack, response => response.Headers.ContentEncoding = "gzip");
    public static Fault Brotli { get; } = TrueReply.Spoil("brotli, which was not asked for", PackWithBrotli, response => response.Headers.ContentEncoding = "br");
    public static Fault UnknownEncoding { get; } = TrueReply.Spoil("an unknown Content-Encoding", body => [0x01, 0x02, .. body], response => response.Headers.ContentEncoding = "zip9");

    public static Fault Bomb { get; } = new("gzip of 100 MB", async (context, _) =>
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentEncoding = "gzip";
        await context.Response.Body.WriteAsync(s_bomb.Value);
    });

    public static Fault Endless { get; } = new("endless body", (context, _) => SendForEverAsync(context, "{\"instances\":["u8.ToArray()));
    public static Fault Huge { get; } = TrueReply.Spoil("body of 50 MB", body => [.. body.AsSpan(0, body.Length - 1), .. ",\"more\":\""u8, .. Enumerable.Repeat((byte)'x', 50 << 20), .. "\"}"u8]);
    public static Fault KeyAsName { get; } = new("the key as a name", (context, _) => context.Response.WriteAsJsonAsync(new Dictionary<string, int> { [context.Request.Headers.Authorization.ToString()] = 1 }));
    public static Fault Of(string name, string body) => StatusFaults.Of(name, 200, body, "application/json");

    internal static async Task SendForEverAsync(HttpContext context, byte[] start)
    {
        context.Response.ContentType = "application/json";
        try
        {
            await context.Response.Body.WriteAsync(start, context.RequestAborted);
            while (!context.RequestAborted.IsCancellationRequested)
            {
                await context.Response.Body.WriteAsync(s_filling, context.RequestAborted);
            }
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static byte[] Pack(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(body);
        }

        return packed.ToArray();
    }

    private static byte[] PackWithBrotli(byte[] body)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            brotli.Write(body);
        }

        return packed.ToArray();
    }
}
