namespace Novita;

/// <summary>The documented values of a text property. The service may send other values, so the property stays a text.</summary>
public abstract class KnownValues
{
    /// <summary>Lists the documented values.</summary>
    /// <param name="all">Each value with its meaning, in the contract's order.</param>
    private protected KnownValues(params KeyValuePair<string, string>[] all) => All = all;

    /// <summary>Each documented value with its meaning, in the contract's order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All { get; }

    /// <summary>The names of other clouds for documented values, in small letters without hyphens.</summary>
    private protected virtual IReadOnlyDictionary<string, string> OtherNames { get; } = new Dictionary<string, string>();

    /// <summary>Returns a documented value in the service's spelling, and any other value unchanged.</summary>
    public string Normalize(string value) =>
        All.Select(known => known.Key).FirstOrDefault(known => string.Equals(known, value, StringComparison.OrdinalIgnoreCase)) ?? value;

    /// <summary>Whether a value is documented, in the service's spelling.</summary>
    public bool Contains(string value) => All.Any(known => known.Key == value);

    /// <summary>
    /// Returns the documented value that was probably meant: by the names of other clouds, else by the smallest edit distance.
    /// </summary>
    public string Nearest(string value)
    {
        var letters = new string([.. value.Where(char.IsLetterOrDigit)]).ToLowerInvariant();
        return OtherNames.TryGetValue(letters, out var meant) ? meant
            : All.Select(known => known.Key).OrderBy(known => Distance(letters, known.ToLowerInvariant())).First();
    }

    /// <summary>Returns the Levenshtein distance of two texts.</summary>
    private static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var left = 1; left <= one.Length; left++)
        {
            var diagonal = row[0];
            row[0] = left;
            for (var right = 1; right <= other.Length; right++)
            {
                var replaced = diagonal + (one[left - 1] == other[right - 1] ? 0 : 1);
                diagonal = row[right];
                row[right] = Math.Min(replaced, Math.Min(row[right - 1], diagonal) + 1);
            }
        }

        return row[other.Length];
    }
}
