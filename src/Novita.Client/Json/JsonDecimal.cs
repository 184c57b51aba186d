using System.Globalization;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads a number that may have a fraction, sent as a number or as text.</summary>
internal static class JsonDecimal
{
    /// <summary>Reads the current token.</summary>
    /// <returns>The number; null for null and for a text of nothing but white space.</returns>
    /// <exception cref="FieldException">The token is not a number, or one too large for a decimal.</exception>
    public static decimal? Read(ref Utf8JsonReader reader) => JsonString.Read(ref reader) switch
    {
        var text when string.IsNullOrWhiteSpace(text) => null,
        var text when TryParse(text, out var number) => number,
        _ => throw new FieldException("is not a number"),
    };

    /// <summary>Reads the current token where nothing depends on it.</summary>
    /// <returns>The number; null for any other value.</returns>
    public static decimal? ReadOrSkip(ref Utf8JsonReader reader) =>
        TryParse(JsonString.ReadOrSkip(ref reader), out var number) ? number : null;

    private static bool TryParse(string? text, out decimal number) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
