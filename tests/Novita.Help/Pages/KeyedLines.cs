namespace Novita.Help.Pages;

/// <summary>The part of YAML that the schema uses: a name, a colon and a value on each line.</summary>
internal static class KeyedLines
{
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Where(line => line.Contains(':', StringComparison.Ordinal)))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            values[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        return values;
    }
}
