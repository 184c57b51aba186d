namespace Novita.Client.Json;

/// <summary>Times as the service sends them: seconds since 1970.</summary>
internal static class UnixTime
{
    public static readonly long LastSecond = DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    public static DateTime ToLocal(long seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds).LocalDateTime;
}
