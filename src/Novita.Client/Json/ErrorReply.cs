using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>The error bodies of the service and of the gateway in front of it, which differ: every member may be missing or of another kind.</summary>
internal sealed class ErrorReply
{
    /// <summary>How it is read.</summary>
    public static Shape<ErrorReply> Shape { get; } = new Shape<ErrorReply>(() => new())
        .Add("reason", (reply, ref reader) => reply.Reason = JsonElement.ParseValue(ref reader))
        .Add("code", (reply, ref reader) => reply.Code = JsonElement.ParseValue(ref reader))
        .Add("message", (reply, ref reader) => reply.Message = JsonElement.ParseValue(ref reader))
        .Add("error", (reply, ref reader) => reply.Error = JsonElement.ParseValue(ref reader))
        .Add("title", (reply, ref reader) => reply.Title = JsonElement.ParseValue(ref reader))
        .Add("msg", (reply, ref reader) => reply.Msg = JsonElement.ParseValue(ref reader));

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
}
