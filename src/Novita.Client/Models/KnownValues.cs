namespace Novita;

/// <summary>The documented values of a text that has a fixed set of them today. The service may send others, so it stays a text.</summary>
public abstract class KnownValues
{
    /// <summary>Lists the documented values.</summary>
    /// <param name="all">Each value with its meaning, in the contract's order.</param>
    private protected KnownValues(params KeyValuePair<string, string>[] all) => All = all;

    /// <summary>Each documented value with its meaning, in the contract's order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All { get; }

    /// <summary>What other clouds call a documented value, without hyphens.</summary>
    private protected virtual IReadOnlyDictionary<string, string> OtherNames { get; } = new Dictionary<string, string>();

    /// <summary>Returns a value in the service's own spelling where it is documented, and as it is otherwise.</summary>
    public string Normalize(string value) =>
        All.Select(known => known.Key).FirstOrDefault(known => string.Equals(known, value, StringComparison.OrdinalIgnoreCase)) ?? value;

    /// <summary>Tells whether a value is documented, in the service's own spelling.</summary>
    public bool Contains(string value) => All.Any(known => known.Key == value);

    /// <summary>Returns the documented value that was probably meant: by what other clouds call it, else by the fewest letters to change.</summary>
    public string Nearest(string value)
    {
        var letters = new string([.. value.Where(char.IsLetterOrDigit)]).ToLowerInvariant();
        return OtherNames.TryGetValue(letters, out var meant) ? meant
            : All.Select(known => known.Key).OrderBy(known => Distance(letters, known.ToLowerInvariant())).First();
    }

    /// <summary>How many letters must be added, left out or replaced to make one text of the other.</summary>
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
