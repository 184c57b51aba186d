using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Novita.Simulator.Faults;

/// <summary>The shapes in which an error may come, and some in which it should not.</summary>
public static class ErrorFaults
{
    private const string Name = "INSUFFICIENT_RESOURCE";
    private const string Control = "\u001b]0;owned\u0007\u202e\r\n\u009b31m";

    /// <summary>One error in every shape that was seen; each names it.</summary>
    public static IReadOnlyList<Fault> Shapes { get; } =
    [
        Json("code, reason and message", $$$"""{"code":400,"reason":"{{{Name}}}","message":"no","metadata":{}}"""),
        Json("code as text", $$$"""{"code":"400","reason":"{{{Name}}}","message":"no"}"""),
        Json("name in code", $$$"""{"code":"{{{Name}}}","message":"no"}"""),
        Json("name in the message", $$$"""{"message":"{{{Name}}}: no"}"""),
        Json("error as text", $$$"""{"error":"{{{Name}}}: no"}"""),
        Json("error as object", $$$"""{"error":{"code":"{{{Name}}}","message":"no"}}"""),
        Json("error as object with a number", $$$"""{"error":{"code":400,"message":"{{{Name}}}"}}"""),
        Json("title", $$$"""{"title":"{{{Name}}}","status":400}"""),
        Json("msg", $$$"""{"code":400,"msg":"{{{Name}}}"}"""),
        Json("members in capitals", $$$"""{"Code":400,"Reason":"{{{Name}}}","Message":"no"}"""),
        Json("message as object", $$$"""{"reason":"{{{Name}}}","message":{"en":"no"}}"""),
        Json("a byte order mark before", $$$"""{{{'\uFEFF'}}}{"reason":"{{{Name}}}"}"""),
        Of("the name in plain text", $"{Name}: no", "text/plain"),
        Of("the name in HTML", $"<html><b>{Name}</b> no</html>", "text/html"),
    ];

    /// <summary>Errors that say nothing that can be read.</summary>
    public static IReadOnlyList<Fault> Unreadable { get; } =
    [
        Of("no body", "", null),
        Of("white space", " \r\n\t ", "application/json"),
        Json("null", "null"),
        Json("a list", "[1, 2]"),
        Json("a text", "\"no\""),
        Json("an empty object", "{}"),
        Json("members of wrong kinds", """{"code":[],"reason":{},"message":[1],"error":7,"title":true,"msg":null}"""),
        Json("half characters", """{"code":400,"message":"\ud800 no"}"""),
        Json("cut JSON", """{"code":400,"reason":"INSUFF"""),
        Json("500 levels", new string('[', 500)),
        Json("a message of 1 MB", $$"""{"message":"{{new string('x', 1 << 20)}}"}"""),
        Json("a reason of 1 MB", $$"""{"reason":"{{new string('A', 1 << 20)}}"}"""),
        Json("a message of a million words in capitals", $$"""{"message":"{{string.Concat(Enumerable.Repeat("AAA_", 1 << 18))}}"}"""),
        Of("tags that never close", string.Concat(Enumerable.Repeat("<script", 10_000)), "text/html"),
        Of("nothing but angle brackets", new string('<', 100_000), "text/html"),
        new($"HTTP 400 with UTF-16", async (context, _) =>
        {
            context.Response.StatusCode = 400;
            context.Response.ContentType = "application/json; charset=utf-16";
            await context.Response.Body.WriteAsync(Encoding.Unicode.GetBytes("{\"message\":\"no\"}"));
        }),
        new($"HTTP 400 with bytes that are no text", async (context, _) =>
        {
            context.Response.StatusCode = 400;
            await context.Response.Body.WriteAsync(Enumerable.Range(0, 4096).Select(number => (byte)(number * 7)).ToArray());
        }),
    ];

    /// <summary>What a terminal would obey, in every text of an error.</summary>
    public static IReadOnlyList<Fault> Commands { get; } =
    [
        Json("control characters in the message", JsonSerializer.Serialize(new { code = 400, reason = "VALIDATOR_PARAM", message = Control })),
        Json("control characters in the reason", JsonSerializer.Serialize(new { code = 400, reason = Control, message = "no" })),
        Json("control characters in the code", JsonSerializer.Serialize(new { code = Control, message = "no" })),
        Json("control characters in the error's text", JsonSerializer.Serialize(new { error = Control })),
        Json("control characters in the error's code", JsonSerializer.Serialize(new { error = new { code = Control, message = Control } })),
        Json("control characters in the title", JsonSerializer.Serialize(new { title = Control })),
        Of("control characters in plain text", $"no {Control}", "text/plain"),
        Of("control characters in HTML", $"<p>no {Control}</p>", "text/html"),
    ];

    /// <summary>An error that quotes what it was sent, the key and the body included.</summary>
    /// <param name="status">Its status.</param>
    public static IReadOnlyList<Fault> Echoes(int status) =>
    [
        Echo("JSON", status, "application/json", sent => JsonSerializer.Serialize(new { code = status, reason = "VALIDATOR_PARAM", message = sent })),
        Echo("the reason", status, "application/json", sent => JsonSerializer.Serialize(new { reason = sent })),
        Echo("plain text", status, "text/plain", sent => sent),
        Echo("HTML", status, "text/html", sent => $"<html><pre>{WebUtility.HtmlEncode(sent)}</pre></html>"),
        Echo("a text within JSON", status, "application/json", sent => JsonSerializer.Serialize(new { message = JsonSerializer.Serialize(sent) })),
        Echo("a form", status, "text/plain", Uri.EscapeDataString),
        Echo("HTML, past 16 KB of markup", status, "text/html", sent => string.Concat(Enumerable.Repeat("<br>", 4093)) + sent),
    ];

    private static Fault Echo(string how, int status, string contentType, Func<string, string> write) => new($"HTTP {status} that quotes the request in {how}", async (context, _) =>
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = write($"{context.Request.Headers.Authorization} sent {Values(await reader.ReadToEndAsync())}");
        context.Response.StatusCode = status;
        context.Response.ContentType = contentType;
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(body));
    });

    /// <summary>The texts of a JSON body, the last first: what is secret comes early then, before a message is cut.</summary>
    private static string Values(string body) => body.Length == 0 ? "" : string.Join(' ', Texts(JsonNode.Parse(body)).Reverse());

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(member => Texts(member.Value)),
        JsonArray items => items.SelectMany(Texts),
        not null => [node.ToString()],
        null => [],
    };

    private static Fault Json(string how, string body) => Of(how, body, "application/json");

    private static Fault Of(string how, string body, string? contentType) => StatusFaults.Of($"HTTP 400 with {how}", 400, body, contentType);
}
