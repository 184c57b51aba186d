using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads seconds since 1970, number or text, as local time; "-1", "0" and "" are the service's ways to say "no time".</summary>
internal static class JsonTime
{
    private static readonly long s_lastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Reads the current token.</summary>
    /// <returns>The time; null for none.</returns>
    /// <exception cref="FieldException">The token is no whole number, or a time past the year 9999.</exception>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    public static DateTime? Read(ref Utf8JsonReader reader)
    {
        var seconds = JsonInt64.Read(ref reader);
        return seconds <= s_lastSecond || seconds is null ? Of(seconds) : throw new FieldException("is a time out of range");
    }

    /// <summary>Reads the current token where nothing depends on it.</summary>
    /// <returns>The time; null for what is none.</returns>
    public static DateTime? ReadOrSkip(ref Utf8JsonReader reader) =>
        long.TryParse(JsonString.ReadOrSkip(ref reader), NumberStyles.Integer, CultureInfo.InvariantCulture, out var seconds)
            ? Of(seconds) : null;

    /// <summary>Gives the time; null for none, and past the year 9999.</summary>
    [MethodImpl(MethodOptions.AggressiveOptimization)]
    public static DateTime? Of(long? seconds) =>
        seconds > 0 && seconds <= s_lastSecond ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value).LocalDateTime : null;
}
