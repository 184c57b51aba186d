using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads a number that may have a fraction, sent as a number or as text.</summary>
internal static class JsonDecimal
{
    // Division by this constant drops trailing zeros, so that 16.0 is shown as 16.
    private const decimal One = 1.0000000000000000000000000000m;

    /// <summary>Reads the current token.</summary>
    /// <returns>The number; null for null, an empty text and white space.</returns>
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

    /// <summary>Reads the current token and ignores a value of another kind.</summary>
    /// <returns>The number; null for any other value.</returns>
    public static decimal? ReadOrSkip(ref Utf8JsonReader reader)
    {
        var text = JsonString.ReadOrSkip(ref reader);
        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

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
