using System.Globalization;
using System.Management.Automation;

namespace Novita.Formatting;

/// <summary>The computed columns of what costs money. They say the unit: USD.</summary>
public static class PriceColumns
{
    /// <summary>A price for each GPU and hour on demand, or for each hour of an instance without GPUs.</summary>
    public static Column Price { get; } = Usd(nameof(Product.Price));

    /// <summary>The price of a spot instance.</summary>
    public static Column Spot { get; } = Usd(nameof(Product.SpotPrice));

    /// <summary>What an hour costs.</summary>
    public static Column Hour { get; } = Sum(nameof(CostEstimate.PerHour));

    /// <summary>What a day costs.</summary>
    public static Column Day { get; } = Sum(nameof(CostEstimate.PerDay));

    /// <summary>What a month of 730 hours costs.</summary>
    public static Column Month { get; } = Sum(nameof(CostEstimate.PerMonth));

    /// <summary>What storage costs a day.</summary>
    public static Column Storage { get; } = Sum(nameof(CostEstimate.StoragePerDay));

    private static Column Usd(string property) => new(shown => Amount(shown, property) is { } amount ? Client.Text.Usd.Format(amount) : "");

    // From a dollar up nobody reads more than cents of a sum; the property is not rounded.
    private static Column Sum(string property) => new(shown => Amount(shown, property) is { } amount
        ? Client.Text.Usd.Format(amount >= 1 ? Math.Round(amount, 2, MidpointRounding.AwayFromZero) : amount)
        : "");

    private static decimal? Amount(PSObject shown, string property) =>
        LanguagePrimitives.TryConvertTo<decimal?>(ViewText.Value(shown, property), CultureInfo.InvariantCulture, out var amount) ? amount : null;
}
