using System.Globalization;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads a number that may have a fraction, sent as a number or as text.</summary>
internal static class JsonDecimal
{
    /// <summary>Reads the current token where nothing depends on it.</summary>
    /// <returns>The number; null for any other value.</returns>
    public static decimal? ReadOrSkip(ref Utf8JsonReader reader) =>
        decimal.TryParse(JsonString.ReadOrSkip(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
