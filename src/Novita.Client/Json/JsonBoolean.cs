using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads a boolean; takes the texts <c>true</c> and <c>false</c> too.</summary>
internal static class JsonBoolean
{
    /// <summary>Reads the current token.</summary>
    /// <returns>The boolean; null for null and for an empty text.</returns>
    /// <exception cref="FieldException">The token is neither true nor false.</exception>
    public static bool? Read(ref Utf8JsonReader reader) => JsonString.Read(ref reader) switch
    {
        null or "" => null,
        var text when bool.TryParse(text, out var boolean) => boolean,
        _ => throw new FieldException("is neither true nor false"),
    };
}
