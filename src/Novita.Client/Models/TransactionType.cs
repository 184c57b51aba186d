namespace Novita;

/// <summary>The types of transactions that are known.</summary>
public sealed class TransactionType : KnownValues
{
    /// <summary>Lists the documented values.</summary>
    public TransactionType()
        : base(
            new("recharge", "Money paid in"),
            new("refund", "Money paid back"),
            new("consume", "Money spent"))
    {
    }

    /// <summary>The documented values.</summary>
    public static TransactionType Values { get; } = new();
}
