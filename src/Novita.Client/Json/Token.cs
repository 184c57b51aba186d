using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Names what stood in a reply where something else belongs, for messages: the kind of thing, never its content.</summary>
internal static class Token
{
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
