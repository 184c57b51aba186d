using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
namespace Novita.Client.Json;

/// <summary>Reads a whole number of 64 bits, sent as a number or as text; takes <c>4.0</c> too.</summary>
internal static class JsonInt64
{
    /// <summary>Reads the current token.</summary>
    /// <returns>The number; null for null, an empty text and white space.</returns>
    /// <exception cref="FieldException">The token is not a whole number of 64 bits.</exception>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    public static long? Read(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.Number when reader.TryGetInt64(out var number):
                return number;
            case JsonTokenType.Number:
                return Parse(Encoding.UTF8.GetString(reader.ValueSpan.ToArray()));
            case JsonTokenType.String when !reader.ValueIsEscaped
                    && Utf8Parser.TryParse(reader.ValueSpan, out long number, out var read) && read == reader.ValueSpan.Length:
                return number;
            case JsonTokenType.String:
                return Parse(reader.GetString()!);
            default:
                throw new FieldException($"is {Token.Name(reader.TokenType)} where a number belongs");
        }
    }

    private static long? Parse(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        return decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number is >= long.MinValue and <= long.MaxValue && decimal.Truncate(number) == number
            ? (long)number
            : throw new FieldException("is not a whole number");
    }
}
