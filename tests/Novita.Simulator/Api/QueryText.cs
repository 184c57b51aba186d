using Microsoft.AspNetCore.WebUtilities;

namespace Novita.Simulator.Api;

/// <summary>Reads a query string by the letter: unlike ASP.NET's own reading, <c>pagesize</c> is not <c>pageSize</c> here.</summary>
internal static class QueryText
{
    /// <summary>The decoded parameters; the values of one that is repeated are joined by a comma.</summary>
    public static IReadOnlyDictionary<string, string> Parse(string? query)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);

        foreach (var pair in new QueryStringEnumerable(query))
        {
            var name = pair.DecodeName().ToString();
            var value = pair.DecodeValue().ToString();
            parameters[name] = parameters.TryGetValue(name, out var earlier) ? $"{earlier},{value}" : value;
        }

        return parameters;
    }
}
