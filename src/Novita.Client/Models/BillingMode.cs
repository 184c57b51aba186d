namespace Novita;

/// <summary>The billing modes that the service documents. It may send others, so a billing mode is text wherever it appears.</summary>
public static class BillingMode
{
    internal const string Monthly = "monthly";

    /// <summary>Each documented mode with its meaning, in the contract's order.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
        new("onDemand", "Pay as you go, for as long as it runs"),
        new(Monthly, "A subscription, paid for whole months at once"),
        new("spot", "Pay as you go for less; it may be taken back after a notice"),
    ];

    /// <summary>Gives <paramref name="mode"/> in the service's own spelling where it is a documented one, and as it is otherwise.</summary>
    public static string? Normalize(string? mode) =>
        All.Select(known => known.Key).FirstOrDefault(known => string.Equals(known, mode, StringComparison.OrdinalIgnoreCase)) ?? mode;
}
