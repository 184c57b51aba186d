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
    public static Column Hour { get; } = Sum(nameof(CostEstimate.PerHour));

    /// <summary>The cost of a day.</summary>
    public static Column Day { get; } = Sum(nameof(CostEstimate.PerDay));

    /// <summary>The cost of a month of 730 hours.</summary>
    public static Column Month { get; } = Sum(nameof(CostEstimate.PerMonth));

    /// <summary>The cost of storage for a day.</summary>
    public static Column Storage { get; } = new(shown => Round(Amount(shown, nameof(CostEstimate.StoragePerDay))));

    /// <summary>The whole cost of a quote.</summary>
    public static Column Total { get; } = Sum(nameof(CostEstimate.Total));

    private static Column Usd(string property) =>
        new(shown => Amount(shown, property) is { } amount ? Client.Text.Usd.Format(amount) : "");

    // The sum of a group in which no price is known is unknown, and not 0.
    private static Column Sum(string property) => new(shown =>
        Amount(shown, property) is var amount && amount == 0 && Amount(shown, nameof(CostEstimate.Unpriced)) > 0 ? "" : Round(amount));

    // A sum of a dollar or more is rounded to cents here; the property is not rounded.
    private static string Round(decimal? amount) => amount switch
    {
        null => "",
        >= 1 => Client.Text.Usd.Format(Math.Round(amount.Value, 2, MidpointRounding.AwayFromZero)),
        _ => Client.Text.Usd.Format(amount.Value),
    };

    private static decimal? Amount(PSObject shown, string property)
    {
        LanguagePrimitives.TryConvertTo<decimal?>(ViewText.Value(shown, property), CultureInfo.InvariantCulture, out var amount);
        return amount;
    }
}
