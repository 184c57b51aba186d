using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>What a token is, and whether it belongs where it stands.</summary>
internal static class Token
{
    /// <summary>Tells whether an object or a list begins here.</summary>
    /// <returns>False for null.</returns>
    /// <exception cref="FieldException">Something else begins here.</exception>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    public static bool Opens(ref Utf8JsonReader reader, JsonTokenType expected) =>
        reader.TokenType == expected
        || (reader.TokenType == JsonTokenType.Null ? false : throw new FieldException("has the wrong type"));

    /// <summary>Names the kind of a token for messages, never its content.</summary>
    public static string Name(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "a list",
        JsonTokenType.String => "a text",
        JsonTokenType.Number => "a number",
        JsonTokenType.True or JsonTokenType.False => "a truth value",
        JsonTokenType.Null => "null",
        _ => "something else",
    };
}
