using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads an amount of money. The service sends fractions of a US dollar as whole numbers, as numbers or as text.</summary>
internal static class JsonMoney
{
    /// <summary>How many units of a balance or a bill are one USD: an amount counts 1/10000 USD.</summary>
    public const decimal AmountUnits = 10_000;

    /// <summary>How many units of a transaction are one USD: in practice a transaction counts cents.</summary>
    public const decimal TransactionUnits = 100;

    /// <summary>How many units of a price are one USD: a price counts 1/100000 USD.</summary>
    public const decimal PriceUnits = 100_000;

    /// <summary>Reads a price, the current token.</summary>
    /// <returns>The price in USD; null for null, for an empty text and for 0, which means no offer.</returns>
    /// <exception cref="FieldException">The token is not a number.</exception>
    public static decimal? ReadPrice(ref Utf8JsonReader reader) => Read(ref reader, PriceUnits) is { } price and > 0 ? price : null;

    /// <summary>Reads an amount, the current token.</summary>
    /// <param name="reader">Stands at the amount.</param>
    /// <param name="unitsPerDollar">How many units are one USD.</param>
    /// <returns>The amount in USD; null for null and for an empty text.</returns>
    /// <exception cref="FieldException">The token is not a number.</exception>
    public static decimal? Read(ref Utf8JsonReader reader, decimal unitsPerDollar = AmountUnits) =>
        JsonDecimal.Read(ref reader) / unitsPerDollar;
}
