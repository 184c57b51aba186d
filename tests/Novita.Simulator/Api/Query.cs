using System.Globalization;

namespace Novita.Simulator.Api;

/// <summary>The parameters of a GET, read by exact name within the limits of the contract.</summary>
internal sealed class Query
{
    private const int LongestText = 255;

    private readonly IReadOnlyDictionary<string, string> _parameters;

    public Query(HttpRequest request) => _parameters = QueryText.Parse(request.QueryString.Value);

    /// <summary>Empty when it is absent.</summary>
    public string Text(string name, int longest = LongestText)
    {
        var text = _parameters.GetValueOrDefault(name, "");
        return text.Length <= longest
            ? text
            : throw Wrong(name, $"value length must be between 0 and {longest} characters");
    }

    public string RequiredText(string name, int longest = LongestText) =>
        Text(name, longest) is { Length: > 0 } text ? text : throw Wrong(name, "value is required");

    public int? Number(string name)
    {
        if (!_parameters.TryGetValue(name, out var text))
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(name, "value must be an integer greater than or equal to 0");
    }

    /// <summary>Unix seconds; null for 0, which is the service's default.</summary>
    public DateTimeOffset? Time(string name) => Number(name) is { } seconds and > 0 ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    private static Refusal Wrong(string name, string rule) => new(ApiError.InvalidParameter(name, rule));
}
