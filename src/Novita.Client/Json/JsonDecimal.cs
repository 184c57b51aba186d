using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads a number that may have a fraction, sent as a number or as text.</summary>
internal static class JsonDecimal
{
    // Divided by this, a decimal loses the zeros at its end, so that 16.0 is shown as 16.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>Reads the current token.</summary>
    /// <returns>The number; null for null and for a text of nothing but white space.</returns>
    /// <exception cref="FieldException">The token is not a number, or is out of the range of <see cref="decimal"/>.</exception>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    public static decimal? Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.Number or JsonTokenType.String when !reader.ValueIsEscaped
            && Utf8Parser.TryParse(reader.ValueSpan, out long number, out var read) && read == reader.ValueSpan.Length => number,
        JsonTokenType.Number or JsonTokenType.String => Parse(JsonString.Read(ref reader)!),
        var other => throw new FieldException($"is {Token.Name(other)} where a number belongs"),
    };

    /// <summary>Reads the current token where nothing depends on it.</summary>
    /// <returns>The number; null for any other value.</returns>
    public static decimal? ReadOrSkip(ref Utf8JsonReader reader) =>
        decimal.TryParse(JsonString.ReadOrSkip(ref reader), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : null;

    private static decimal? Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number / One
            : throw new FieldException("is not a number");
    }
}
