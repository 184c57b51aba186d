using System.Globalization;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads members that the service once documented and may still send. What is not as it was then is no error: it counts as not sent.</summary>
internal readonly struct OlderMembers
{
    private readonly UnknownMembers? _members;

    public OlderMembers(UnknownMembers? members) => _members = members;

    /// <summary>A text, or a number as text; null where it is empty.</summary>
    public string? Text(string name) => _members is not null && _members.TryFind(name, out var value) ? Text(ref value) : null;

    public decimal? Number(string name) =>
        decimal.TryParse(Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Seconds since 1970 as local time; null for those up to 0, which mean that there is none.</summary>
    public DateTime? Time(string name) => long.TryParse(Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds) ? JsonTime.Of(seconds) : null;

    public DisplayList<string> Texts(string name)
    {
        var texts = new DisplayList<string>();
        if (_members is not null && _members.TryFind(name, out var value) && value.TokenType == JsonTokenType.StartArray)
        {
            while (value.Read() && value.TokenType != JsonTokenType.EndArray)
            {
                if (Text(ref value) is { } text)
                {
                    texts.Add(text);
                }
            }
        }

        return texts;
    }

    private static string? Text(ref Utf8JsonReader value) => JsonString.ReadOrSkip(ref value) is { Length: > 0 } text ? text : null;
}
