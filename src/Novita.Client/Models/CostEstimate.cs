namespace Novita;

/// <summary>
/// An estimate of what instances cost, by the prices of the catalog: before discounts, vouchers and taxes, and not a bill.
/// </summary>
public sealed class CostEstimate
{
    /// <summary>What the instances have in common; <c>All</c> for all of them, the product's id for a quote.</summary>
    public string Group { get; set; } = "";

    /// <summary>How many instances are billed.</summary>
    public int Instances { get; set; }

    /// <summary>How many GPUs they have.</summary>
    public int Gpus { get; set; }

    /// <summary>USD an hour, without storage and without the instances that are <see cref="Unpriced"/>.</summary>
    public decimal PerHour { get; set; }

    /// <summary>The same in USD a day.</summary>
    public decimal PerDay { get; set; }

    /// <summary>The same in USD a month of 730 hours.</summary>
    public decimal PerMonth { get; set; }

    /// <summary>How many of the instances have no known price. They are not in the sums.</summary>
    public int Unpriced { get; set; }

    /// <summary>USD a day for storage, by the vendor's published rates; that of stopped instances too.</summary>
    public decimal StoragePerDay { get; set; }

    /// <summary>For a quote: USD in all, storage included, for the hours or months that were asked for; null otherwise.</summary>
    public decimal? Total { get; set; }

    /// <summary>Group and price: <c>RTX 4090 24GB: about 1.40 USD an hour</c>.</summary>
    public override string ToString() => $"{Client.Text.VisibleText.Of(Group)}: about {Client.Text.Usd.Format(PerHour)} USD an hour";
}
