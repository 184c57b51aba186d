using System.Text.Json;
using Novita.Client.Json;

namespace Novita;

/// <summary>Why an instance could not be created or is unavailable.</summary>
public sealed class StatusError : ResourcePart
{
    /// <summary>The abnormal status (contract: <c>state</c>).</summary>
    public string? State { get; set; }

    /// <summary>The service's message about the error (contract: <c>message</c>).</summary>
    public string? Message { get; set; }

    internal bool IsEmpty => string.IsNullOrEmpty(State) && string.IsNullOrEmpty(Message) && UnknownMembers is null;

    /// <summary>State and message: <c>ImagePullFailed: manifest unknown</c>.</summary>
    public override string ToString() =>
        string.Join(": ", new[] { State, Message }.Where(part => !string.IsNullOrEmpty(part)));

    private protected override object?[] Values => [State, Message];

    /// <summary>Reads an object, or a text as the message.</summary>
    internal static StatusError? Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String
            ? new StatusError { Message = JsonString.ReadNonEmpty(ref reader) }
            : Shape.Read(ref reader);

    /// <summary>How the object is read from JSON.</summary>
    internal static Shape<StatusError> Shape { get; } = ShapeOf<StatusError>(() => new())
        .Add("state", (error, ref reader) => error.State = JsonString.ReadNonEmpty(ref reader))
        .Add("message", (error, ref reader) => error.Message = JsonString.ReadNonEmpty(ref reader));
}
