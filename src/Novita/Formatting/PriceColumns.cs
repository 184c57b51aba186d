using System.Globalization;
using System.Management.Automation;

namespace Novita.Formatting;

/// <summary>The computed columns of prices, in USD.</summary>
public static class PriceColumns
{
    /// <summary>The price on demand for one GPU and hour, or for one hour of an instance without GPUs.</summary>
    public static Column Price { get; } = Usd(nameof(Product.Price));

    /// <summary>The spot price for one GPU and hour.</summary>
    public static Column Spot { get; } = Usd(nameof(Product.SpotPrice));

    /// <summary>The cost of an hour.</summary>
    public static Column Hour { get; } = Usd(nameof(CostEstimate.PerHour));

    /// <summary>The cost of a day.</summary>
    public static Column Day { get; } = Usd(nameof(CostEstimate.PerDay));

    /// <summary>The cost of a month of 730 hours.</summary>
    public static Column Month { get; } = Usd(nameof(CostEstimate.PerMonth));

    /// <summary>The cost of storage for a day.</summary>
    public static Column Storage { get; } = Usd(nameof(CostEstimate.StoragePerDay));

    private static Column Usd(string property) => new(shown =>
    {
        var value = ViewText.Value(shown, property);
        LanguagePrimitives.TryConvertTo<decimal?>(value, CultureInfo.InvariantCulture, out var amount);
        return amount is { } usd ? Client.Text.Usd.Format(usd) : "";
    });
}
