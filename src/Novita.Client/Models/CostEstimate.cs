namespace Novita;

/// <summary>An estimate of the cost of instances by the catalog's prices, before discounts, vouchers and taxes. Not a bill.</summary>
public sealed class CostEstimate
{
    /// <summary>The value that the instances of the group share; <c>All</c> for all instances, the product's id for a quote.</summary>
    public string Group { get; set; } = "";

    /// <summary>The number of billed instances.</summary>
    public int Instances { get; set; }

    /// <summary>The number of GPUs of these instances.</summary>
    public int Gpus { get; set; }

    /// <summary>USD an hour, without storage and without the <see cref="Unpriced"/> instances.</summary>
    public decimal PerHour { get; set; }

    /// <summary>USD a day, without storage and without the <see cref="Unpriced"/> instances.</summary>
    public decimal PerDay { get; set; }

    /// <summary>USD a month of 730 hours, without storage and without the <see cref="Unpriced"/> instances.</summary>
    public decimal PerMonth { get; set; }

    /// <summary>The number of instances without a known price, which the amounts leave out.</summary>
    public int Unpriced { get; set; }

    /// <summary>USD a day for storage, that of stopped instances included, by the vendor's published rates.</summary>
    public decimal StoragePerDay { get; set; }

    /// <summary>For a quote: USD for all requested hours or months, storage included; null otherwise.</summary>
    public decimal? Total { get; set; }

    /// <summary>Group and price: <c>RTX 4090 24GB: about 1.40 USD an hour</c>.</summary>
    public override string ToString() => $"{Client.Text.VisibleText.Of(Group)}: about {Client.Text.Usd.Format(PerHour)} USD an hour";
}
