using System.Net;
using System.Text.Json;
using Novita.Client.Errors;

namespace Novita.Client.Json;

/// <summary>
/// The error bodies of the service and of the gateway in front of it, which differ: every member may be missing or of another kind.
/// </summary>
internal sealed class ErrorResponse
{
    private static readonly string[] s_members = ["code", "reason", "error"];

    /// <summary>How it is read.</summary>
    public static Shape<ErrorResponse> Shape { get; } = new Shape<ErrorResponse>(() => new())
        .Add("reason", (response, ref reader) => response.Reason = JsonElement.ParseValue(ref reader))
        .Add("code", (response, ref reader) => response.Code = JsonElement.ParseValue(ref reader))
        .Add("message", (response, ref reader) => response.Message = JsonElement.ParseValue(ref reader))
        .Add("error", (response, ref reader) => response.Error = JsonElement.ParseValue(ref reader))
        .Add("title", (response, ref reader) => response.Title = JsonElement.ParseValue(ref reader))
        .Add("msg", (response, ref reader) => response.Msg = JsonElement.ParseValue(ref reader));

    /// <summary>The error's name, such as <c>VALIDATOR_PARAM</c>.</summary>
    public JsonElement Reason { get; set; }

    /// <summary>The status again, or the error's name.</summary>
    public JsonElement Code { get; set; }

    /// <summary>What went wrong, in words.</summary>
    public JsonElement Message { get; set; }

    /// <summary>A text, or an object with a code and a message of its own.</summary>
    public JsonElement Error { get; set; }

    /// <summary>What went wrong, as other parts of the host word it.</summary>
    public JsonElement Title { get; set; }

    /// <summary>Likewise.</summary>
    public JsonElement Msg { get; set; }

    /// <summary>The error's name: the reason, or a code that is not a number; null where there is none.</summary>
    public string? Name => Text(Reason) ?? (long.TryParse(CodeText, out _) ? null : CodeText);

    /// <summary>What went wrong, from whichever member says so; empty where none does.</summary>
    public string Words => Text(Message) ?? Text(Member(Error, "message")) ?? Text(Error) ?? Text(Title) ?? Text(Msg) ?? "";

    private string? CodeText => Text(Code) ?? Text(Member(Error, "code"));

    private bool HasError => Text(Error) is not null || (Error.ValueKind == JsonValueKind.Object && Error.EnumerateObject().Any());

    /// <summary>Tells whether a member of this name may report an error beside an answer.</summary>
    public static bool HasMember(string name) => s_members.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a body; false if it is not such an object.</summary>
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

    /// <summary>Returns the status of an error that came with a success status; null if the body is not an error.</summary>
    /// <param name="body">The body.</param>
    /// <param name="isAnswer">
    /// Whether the body holds what was asked for. Then only a certain error counts: an instance may have a reason or an error of its own.
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

        // The service answers 400 for nearly everything that it names.
        var isError =
            IsKnown(error.CodeText) || (isAnswer ? IsKnown(Text(error.Reason)) : Text(error.Reason) is not null || error.HasError);
        return isError ? (int)HttpStatusCode.BadRequest : null;
    }

    /// <summary>
    /// Throws where a body with a success status is an error. The transport reads which: it knows what must not be quoted.
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
