using System.Globalization;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads members that the service once documented and may still send. What is not as it was then is no error: it counts as not sent.</summary>
internal readonly struct OlderMembers
{
    private readonly List<KeyValuePair<string, object?>>? _members;

    public OlderMembers(List<KeyValuePair<string, object?>>? members) => _members = members;

    /// <summary>A text, or a number as text; null where it is empty.</summary>
    public string? Text(string name) => Text(Find(name));

    public decimal? Number(string name) =>
        decimal.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Seconds since 1970 as local time; null for those up to 0, which mean that there is none.</summary>
    public DateTime? Time(string name) => long.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds) ? UnixTime.Of(seconds) : null;

    public DisplayList<string> Texts(string name) =>
        new(Find(name) is JsonElement { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray().Select(item => Text(item)).OfType<string>()] : []);

    private object? Find(string name) =>
        _members?.LastOrDefault(member => string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    private static string? Text(object? value) => value switch
    {
        string text => text.Length == 0 ? null : text,
        long number => number.ToString(CultureInfo.InvariantCulture),
        JsonElement { ValueKind: JsonValueKind.String } json => Text(JsonText.Read(json)),
        JsonElement { ValueKind: JsonValueKind.Number } json => json.GetRawText(),
        _ => null,
    };
}
