using System.IO.Compression;
using System.Text;

namespace Novita.Simulator.Faults;

/// <summary>A 200 whose body is not what it should be.</summary>
public static class BodyFaults
{
    private static readonly byte[] s_filling = Encoding.ASCII.GetBytes(new string(' ', 1 << 16));
    private static readonly Lazy<byte[]> s_bomb = new(() => Pack(new byte[100 << 20]));

    /// <summary>A gateway's page to log in at.</summary>
    public static Fault LoginPage { get; } = StatusFaults.Of("login page with 200", 200, "\n<!DOCTYPE html><html><body><form>Log in</form></body></html>", "text/html; charset=utf-8");

    /// <summary>The same in another encoding.</summary>
    public static Fault LoginPageUtf16 { get; } = new("login page in UTF-16", async (context, _) =>
    {
        context.Response.ContentType = "text/html; charset=utf-16";
        await context.Response.Body.WriteAsync((byte[])[.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("<html><body><form>Log in</form></body></html>")]);
    });

    /// <summary>A gateway's words.</summary>
    public static Fault Blocked { get; } = StatusFaults.Of("words of a gateway with 200", 200, "Blocked by corporate policy", "text/plain");

    /// <summary>A page that claims to be JSON.</summary>
    public static Fault HtmlAsJson { get; } = StatusFaults.Of("HTML said to be JSON", 200, "<html></html>", "application/json");

    /// <summary>Nothing.</summary>
    public static Fault Empty { get; } = StatusFaults.Of("200 without a body", 200, "", "application/json");

    /// <summary>Nothing, and said to be nothing.</summary>
    public static Fault NoContent { get; } = new("204", (context, _) =>
    {
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    });

    /// <summary>White space.</summary>
    public static Fault WhiteSpace { get; } = Of("white space", " \r\n\t ");

    /// <summary>A whole reply with a status that says it is a part.</summary>
    public static Fault Partial { get; } = TrueReply.Spoil("206 with the whole body", body => body, response => response.StatusCode = 206);

    /// <summary>The true body with a wrong type.</summary>
    public static Fault WrongType { get; } = TrueReply.Spoil("JSON said to be an image", body => body, response => response.ContentType = "image/png");

    /// <summary>The true body with no type.</summary>
    public static Fault NoType { get; } = TrueReply.Spoil("JSON without a type", body => body, response => response.ContentType = null);

    /// <summary>The true body, said to be UTF-16.</summary>
    public static Fault LyingCharset { get; } = TrueReply.Spoil("UTF-8 said to be UTF-16", body => body, response => response.ContentType = "application/json; charset=utf-16");

    /// <summary>The true body in a charset that nobody has.</summary>
    public static Fault UnknownCharset { get; } = TrueReply.Spoil("UTF-8 said to be klingon", body => body, response => response.ContentType = "application/json; charset=klingon");

    /// <summary>The true body behind a byte order mark.</summary>
    public static Fault ByteOrderMark { get; } = TrueReply.Spoil("byte order mark before the body", body => [0xEF, 0xBB, 0xBF, .. body]);

    /// <summary>The true body amid white space.</summary>
    public static Fault Padded { get; } = TrueReply.Spoil("1 MB of white space around the body", body => $"{new string('\n', 1 << 19)}{body}{new string(' ', 1 << 19)}");

    /// <summary>The true body in another encoding.</summary>
    public static Fault Utf16 { get; } = TrueReply.Spoil("UTF-16", body => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body))], response => response.ContentType = "application/json; charset=utf-16");

    /// <summary>Bytes that are no UTF-8.</summary>
    public static Fault Latin1 { get; } = new("Latin-1", async (context, _) =>
    {
        context.Response.ContentType = "application/json";
        await context.Response.Body.WriteAsync(Encoding.Latin1.GetBytes("""{"id":"café","name":"café","instances":[{"id":"a","name":"café"}]}"""));
    });

    /// <summary>Two replies in one.</summary>
    public static Fault Twice { get; } = TrueReply.Spoil("two bodies in one", body => $"{body}\n{body}");

    /// <summary>Something after the reply.</summary>
    public static Fault Trailing { get; } = TrueReply.Spoil("garbage after the body", body => body + " ok");

    /// <summary>A comment after the reply.</summary>
    public static Fault Comment { get; } = TrueReply.Spoil("comment after the body", body => body + "/* page 1 */");

    /// <summary>A comma too many.</summary>
    public static Fault TrailingComma { get; } = TrueReply.Spoil("comma too many", body => body[..^1] + ",}");

    /// <summary>Half of the reply, in good order.</summary>
    public static Fault Half { get; } = TrueReply.Spoil("half of the body", body => body[..(body.Length / 2)]);

    /// <summary>A prefix that browsers take off.</summary>
    public static Fault Prefixed { get; } = TrueReply.Spoil(")]}' before the body", body => ")]}'\n" + body);

    /// <summary>Said to be packed and is not.</summary>
    public static Fault NotPacked { get; } = TrueReply.Spoil("gzip that is plain", body => body, response => response.Headers.ContentEncoding = "gzip");

    /// <summary>Packed, and damaged.</summary>
    public static Fault BadGzip { get; } = TrueReply.Spoil("gzip that does not inflate", body => [.. Pack(body)[..10], 0x07, .. Pack(body)[10..]], response => response.Headers.ContentEncoding = "gzip");

    /// <summary>Packed, and cut in good order.</summary>
    public static Fault CutGzip { get; } = TrueReply.Spoil("gzip cut short", body => Pack(body)[..^12], response => response.Headers.ContentEncoding = "gzip");

    /// <summary>Packed as asked.</summary>
    public static Fault Gzip { get; } = TrueReply.Spoil("gzip", Pack, response => response.Headers.ContentEncoding = "gzip");

    /// <summary>Packed as it was not asked to be.</summary>
    public static Fault Brotli { get; } = TrueReply.Spoil("brotli, which was not asked for", PackWithBrotli, response => response.Headers.ContentEncoding = "br");

    /// <summary>Packed in a way that nobody has.</summary>
    public static Fault UnknownEncoding { get; } = TrueReply.Spoil("an unknown Content-Encoding", body => [0x01, 0x02, .. body], response => response.Headers.ContentEncoding = "zip9");

    /// <summary>100 KB that unpack to 100 MB.</summary>
    public static Fault Bomb { get; } = new("gzip of 100 MB", async (context, _) =>
    {
        context.Response.ContentType = "application/json";
        context.Response.Headers.ContentEncoding = "gzip";
        await context.Response.Body.WriteAsync(s_bomb.Value);
    });

    /// <summary>A body without end.</summary>
    public static Fault Endless { get; } = new("endless body", (context, _) => SendForEverAsync(context, "{\"instances\":["u8.ToArray()));

    /// <summary>The true reply with 50 MB more in it.</summary>
    public static Fault Huge { get; } = TrueReply.Spoil("body of 50 MB", body => [.. body.AsSpan(0, body.Length - 1), .. ",\"more\":\""u8, .. Enumerable.Repeat((byte)'x', 50 << 20), .. "\"}"u8]);

    /// <summary>The key in the place of a name.</summary>
    public static Fault KeyAsName { get; } = new("the key as a name", (context, _) => context.Response.WriteAsJsonAsync(new Dictionary<string, int> { [context.Request.Headers.Authorization.ToString()] = 1 }));

    /// <summary>A body of this text.</summary>
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
