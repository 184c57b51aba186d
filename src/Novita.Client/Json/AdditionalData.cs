using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Turns the members of a reply that no contract describes into plain objects, secrets wrapped.</summary>
internal static class AdditionalData
{
    private static readonly string[] s_secretNames = ["password", "passwd", "secret", "token", "apikey", "credential"];

    public static IReadOnlyDictionary<string, object?> Read(Dictionary<string, JsonElement>? members) =>
        ToDictionary(members ?? []);

    private static Dictionary<string, object?> ToDictionary(IEnumerable<KeyValuePair<string, JsonElement>> members)
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

    private static Secret? ToSecret(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => new Secret(JsonText.Read(value)!),
        _ => new Secret(value.GetRawText()),
    };

    private static object? ToObject(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => JsonText.Read(value),
        JsonValueKind.Number => value.TryGetInt64(out var integer) ? (object)integer : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.EnumerateArray().Select(ToObject).ToArray(),
        JsonValueKind.Object => ToDictionary(value.EnumerateObject().Select(member => new KeyValuePair<string, JsonElement>(member.Name, member.Value))),
        _ => null,
    };
}
