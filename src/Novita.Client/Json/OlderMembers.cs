using System.Globalization;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads members that the service once documented and may still send. What is not as it was then is no error: it counts as not sent.</summary>
internal readonly struct OlderMembers
{
    private readonly Dictionary<string, JsonElement>? _members;

    public OlderMembers(Dictionary<string, JsonElement>? members) => _members = members;

    /// <summary>A text, or a number as text; null where it is empty.</summary>
    public string? Text(string name) => Text(Find(name));

    public decimal? Number(string name) =>
        decimal.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Seconds since 1970 as local time; null for those up to 0, which mean that there is none.</summary>
    public DateTime? Time(string name) =>
        Number(name) is { } seconds && seconds > 0 && seconds <= UnixTime.LastSecond ? UnixTime.ToLocal((long)seconds) : null;

    public DisplayList<string> Texts(string name)
    {
        var texts = new DisplayList<string>();
        if (Find(name) is { ValueKind: JsonValueKind.Array } list)
        {
            foreach (var text in list.EnumerateArray().Select(Text).OfType<string>())
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    private JsonElement Find(string name) =>
        _members?.FirstOrDefault(member => string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase)).Value ?? default;

    private static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => JsonText.Read(element) is { Length: > 0 } text ? text : null,
        JsonValueKind.Number => element.GetRawText(),
        _ => null,
    };
}
