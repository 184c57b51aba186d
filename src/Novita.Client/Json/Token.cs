using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Checks and names the types of tokens.</summary>
internal static class Token
{
    /// <summary>Checks that the current token begins an object or a list; returns false for null.</summary>
    /// <exception cref="FieldException">The token is of another type.</exception>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    public static bool Opens(ref Utf8JsonReader reader, JsonTokenType expected) => reader.TokenType switch
    {
        var type when type == expected => true,
        JsonTokenType.Null => false,
        _ => throw new FieldException("has the wrong type"),
    };

    /// <summary>Returns the name of a token's type, for messages.</summary>
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
