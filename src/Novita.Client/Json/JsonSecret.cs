using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads a password.</summary>
internal static class JsonSecret
{
    /// <summary>Reads the current token.</summary>
    /// <returns>The password; null for null and for an empty text.</returns>
    /// <exception cref="FieldException">The token is an object or a list.</exception>
    public static Secret? Read(ref Utf8JsonReader reader) => JsonString.Read(ref reader) is { Length: > 0 } text ? new Secret(text) : null;
}
