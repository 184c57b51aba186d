namespace Novita;

/// <summary>The documented values of a text that has a fixed set of them today. The service may send others, so it stays a text.</summary>
public abstract class KnownValues
{
    /// <summary>Lists the documented values.</summary>
    /// <param name="all">Each value with its meaning, in the contract's order.</param>
    private protected KnownValues(params KeyValuePair<string, string>[] all) => All = all;

    /// <summary>Each documented value with its meaning, in the contract's order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> All { get; }

    /// <summary>Returns a value in the service's own spelling where it is documented, and as it is otherwise.</summary>
    public string Normalize(string value) =>
        All.Select(known => known.Key).FirstOrDefault(known => string.Equals(known, value, StringComparison.OrdinalIgnoreCase)) ?? value;

    /// <summary>Tells whether a value is documented, in the service's own spelling.</summary>
    public bool Contains(string value) => All.Any(known => known.Key == value);
}
