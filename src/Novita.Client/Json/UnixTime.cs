using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads seconds since 1970, number or text, as local time; "-1", "0" and "" are the service's ways to say "no time".</summary>
internal static class UnixTime
{
    private static readonly long s_lastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    /// <summary>Reads the current token.</summary>
    /// <returns>The time; null for none.</returns>
    /// <exception cref="ReplyFieldException">The token is no whole number, or a time past the year 9999.</exception>
    [MethodImpl(Jit.AtOnce)]
    public static DateTime? Read(ref Utf8JsonReader reader) => WholeNumber.Read(ref reader) switch
    {
        null or <= 0 => null,
        { } seconds when seconds <= s_lastSecond => DateTimeOffset.FromUnixTimeSeconds(seconds).LocalDateTime,
        _ => throw new ReplyFieldException("is a time out of range"),
    };
}
