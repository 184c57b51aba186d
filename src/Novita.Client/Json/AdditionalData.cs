using System.Globalization;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Turns the members of a reply that no contract describes into plain objects, secrets wrapped.</summary>
internal static class AdditionalData
{
    private const int ShortestSought = 4;

    private static readonly string[] s_secretNames = ["password", "passwd", "secret", "token", "apikey", "credential"];

    /// <summary>Keeps the value of such a member, the reader's current token, for <see cref="Read"/>: cheaply, since a row may have a dozen and hardly anyone looks.</summary>
    public static object? Keep(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.String => JsonText.Read(ref reader),
        JsonTokenType.Number when reader.TryGetInt64(out var integer) => integer,
        _ => JsonElement.ParseValue(ref reader),
    };

    /// <summary>Makes plain objects of members that were kept; of several with one name the last counts.</summary>
    public static IReadOnlyDictionary<string, object?> Read(List<KeyValuePair<string, object?>>? members)
    {
        var result = ToDictionary(members ?? []);

        // A command to connect by may have the password in it; a very short one would be found everywhere.
        foreach (var secret in result.Values.OfType<Secret>().Where(secret => secret.Length >= ShortestSought).ToList())
        {
            foreach (var text in result.Where(member => member.Value is string).ToList())
            {
                result[text.Key] = secret.Mask((string)text.Value!);
            }
        }

        return result;
    }

    private static Dictionary<string, object?> ToDictionary(IEnumerable<KeyValuePair<string, object?>> members)
    {
        var result = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in members)
        {
            result[member.Key] = IsSecret(member.Key) ? ToSecret(member.Value) : ToObject(member.Value);
        }

        return result;
    }

    private static bool IsSecret(string name) =>
        s_secretNames.Any(secret => name.IndexOf(secret, StringComparison.OrdinalIgnoreCase) >= 0);

    private static Secret? ToSecret(object? value) => value switch
    {
        null or JsonElement { ValueKind: JsonValueKind.Null } => null,
        JsonElement { ValueKind: not JsonValueKind.String } json => new Secret(json.GetRawText()),
        _ => new Secret(Convert.ToString(ToObject(value), CultureInfo.InvariantCulture)!),
    };

    private static object? ToObject(object? value) => value is JsonElement json ? ToObject(json) : value;

    private static object? ToObject(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonText.Read(value),
        JsonValueKind.Number => value.TryGetInt64(out var integer) ? (object)integer : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.EnumerateArray().Select(ToObject).ToArray(),
        JsonValueKind.Object => ToDictionary(value.EnumerateObject().Select(member => new KeyValuePair<string, object?>(JsonText.ReadName(member), member.Value))),
        _ => null,
    };
}
