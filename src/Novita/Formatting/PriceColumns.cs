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
    public static Column Hour { get; } = Usd(nameof(CostEstimate.PerHour));

    /// <summary>What a day costs.</summary>
    public static Column Day { get; } = Usd(nameof(CostEstimate.PerDay));

    /// <summary>What a month of 730 hours costs.</summary>
    public static Column Month { get; } = Usd(nameof(CostEstimate.PerMonth));

    /// <summary>What storage costs a day.</summary>
    public static Column Storage { get; } = Usd(nameof(CostEstimate.StoragePerDay));

    private static Column Usd(string property) => new(shown => Format(shown, property));

    private static string Format(PSObject shown, string property) =>
        LanguagePrimitives.TryConvertTo<decimal?>(ViewText.Value(shown, property), CultureInfo.InvariantCulture, out var amount)
            && amount is { } usd
            ? Client.Text.Usd.Format(usd)
            : "";
}
