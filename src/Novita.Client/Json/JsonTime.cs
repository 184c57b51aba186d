using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>
/// Reads a time as local time: seconds or milliseconds since 1970, as a number or text, or ISO 8601, in UTC where no offset is given.
/// The service sends -1, 0, an empty text or a time before 1970 for no time.
/// </summary>
internal static class JsonTime
{
    private static readonly long s_lastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();
    private static readonly long s_lastMillisecond = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>Reads the current token.</summary>
    /// <returns>The time; null for null and for no time.</returns>
    /// <exception cref="FieldException">The token is not a time, or is a time past the year 9999.</exception>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    public static DateTime? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String && IsDate(reader.ValueSpan))
        {
            return OfText(reader.GetString()!);
        }

        return JsonDecimal.Read(ref reader) is { } number ? OfNumber(number) : null;
    }

    /// <summary>
    /// Whether a text begins like an ISO 8601 date. Other texts are not parsed, because .NET takes nearly any text for a date.
    /// </summary>
    private static bool IsDate(ReadOnlySpan<byte> text) => text.Length >= 10 && text[4] == (byte)'-' && text[7] == (byte)'-';

    private static DateTime? OfText(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.UtcTicks > 0 && time.ToUnixTimeMilliseconds() > 0 ? time.LocalDateTime : null
            : throw new FieldException("is not a time");

    private static DateTime? OfNumber(decimal number)
    {
        if (number <= 0)
        {
            return null;
        }

        // A number past the year 9999 in seconds is in milliseconds.
        var milliseconds = number <= s_lastSecond ? number * 1000 : number;
        return milliseconds <= s_lastMillisecond
            ? DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds).LocalDateTime
            : throw new FieldException("is a time out of range");
    }
}
