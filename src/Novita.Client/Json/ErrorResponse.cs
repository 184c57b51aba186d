using System.Net;
using System.Text.Json;
using Novita.Client.Errors;

namespace Novita.Client.Json;

/// <summary>
/// The error body of the service or of the gateway in front of the service. Every member may be missing or of any JSON type.
/// </summary>
internal sealed class ErrorResponse
{
    private static readonly string[] s_members = ["code", "reason", "error"];

    /// <summary>How the object is read from JSON.</summary>
    public static Shape<ErrorResponse> Shape { get; } = new Shape<ErrorResponse>(() => new())
        .Add("reason", (response, ref reader) => response.Reason = JsonElement.ParseValue(ref reader))
        .Add("code", (response, ref reader) => response.Code = JsonElement.ParseValue(ref reader))
        .Add("message", (response, ref reader) => response.Message = JsonElement.ParseValue(ref reader))
        .Add("error", (response, ref reader) => response.Error = JsonElement.ParseValue(ref reader))
        .Add("title", (response, ref reader) => response.Title = JsonElement.ParseValue(ref reader))
        .Add("msg", (response, ref reader) => response.Msg = JsonElement.ParseValue(ref reader));

    /// <summary>The error's name, such as <c>VALIDATOR_PARAM</c>.</summary>
    public JsonElement Reason { get; set; }

    /// <summary>The HTTP status, or the error's name.</summary>
    public JsonElement Code { get; set; }

    /// <summary>The message.</summary>
    public JsonElement Message { get; set; }

    /// <summary>The message, or an object with a code and a message.</summary>
    public JsonElement Error { get; set; }

    /// <summary>The message, as some other parts of the service name it.</summary>
    public JsonElement Title { get; set; }

    /// <summary>The message, as some other parts of the service name it.</summary>
    public JsonElement Msg { get; set; }

    /// <summary>The error's name: the reason, or a code that is not a number; null for an error without a name.</summary>
    public string? Name => Text(Reason) ?? (long.TryParse(CodeText, out _) ? null : CodeText);

    /// <summary>The message, from the first member that has one; an empty text without a message.</summary>
    public string Words => Text(Message) ?? Text(Member(Error, "message")) ?? Text(Error) ?? Text(Title) ?? Text(Msg) ?? "";

    private string? CodeText => Text(Code) ?? Text(Member(Error, "code"));

    private bool HasError => Text(Error) is not null || (Error.ValueKind == JsonValueKind.Object && Error.EnumerateObject().Any());

    /// <summary>Whether a member of this name may report an error, although the response has rows.</summary>
    public static bool HasMember(string name) => s_members.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a body; returns false for a body that is not a JSON object.</summary>
    public static bool TryRead(ReadOnlySpan<byte> body, out ErrorResponse error)
    {
        error = new ErrorResponse();
        try
        {
            error = ResponseReader.Read(body, Shape) ?? error;
            return true;
        }
        catch (NovitaException)
        {
            return false;
        }
    }

    /// <summary>Returns the status of an error body that came with a success status; null for a body that is not an error.</summary>
    /// <param name="body">The body.</param>
    /// <param name="isAnswer">
    /// Whether the body holds the requested data. Then only a known error name or an error status counts, because a resource may have a
    /// member named reason or error.
    /// </param>
    public static int? StatusOf(ReadOnlySpan<byte> body, bool isAnswer)
    {
        if (!TryRead(body, out var error))
        {
            return null;
        }

        if (long.TryParse(error.CodeText, out var number))
        {
            return number is 0 or (>= 200 and < 300) || (isAnswer && number < 400) ? null
                : number is >= 400 and < 600 ? (int)number : (int)HttpStatusCode.BadRequest;
        }

        var hasReason = isAnswer ? IsKnown(Text(error.Reason)) : Text(error.Reason) is not null || error.HasError;

        // 400 is the status with which the service sends most errors that have a name.
        return IsKnown(error.CodeText) || hasReason ? (int)HttpStatusCode.BadRequest : null;
    }

    /// <summary>
    /// Throws for an error body with a success status. The transport then reads the error, because it masks the secrets of the request.
    /// </summary>
    /// <exception cref="NovitaException">The body is an error (<see cref="NovitaErrorKind.ResponseInvalid"/>).</exception>
    public static void Refuse(ReadOnlySpan<byte> body, bool isAnswer)
    {
        if (StatusOf(body, isAnswer) is not null)
        {
            throw ResponseReader.Invalid("it is an error");
        }
    }

    private static bool IsKnown(string? name) => name is not null && ErrorClassification.IsKnown(name);

    private static JsonElement Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : default;

    private static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => JsonText.Read(element)!.Trim() is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => element.GetRawText(),
        _ => null,
    };
}
