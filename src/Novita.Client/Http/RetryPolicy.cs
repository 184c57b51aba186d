using System.Net.Http.Headers;

namespace Novita.Client.Http;

/// <summary>
/// How long to wait before a request is sent again: what the service asks for, else a random part of a doubling span ("full jitter").
/// </summary>
internal sealed class RetryPolicy
{
    /// <summary>The longest wait before a try: what the service asks for beyond it is cut, so that a run is not held for ever.</summary>
    public static readonly TimeSpan MaxRetryAfter = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan s_firstSpan = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_longestSpan = TimeSpan.FromSeconds(30);

    private readonly Func<double> _nextRandom;
    private readonly object _lock = new();

    public RetryPolicy(int maximumRetryCount, Func<double> nextRandom)
    {
        MaximumRetryCount = maximumRetryCount;
        _nextRandom = nextRandom;
    }

    public int MaximumRetryCount { get; }

    /// <summary>Gives the wait before retry number <paramref name="retry"/>, from 1.</summary>
    public TimeSpan Wait(int retry, TimeSpan? retryAfter)
    {
        if (retryAfter is { } asked)
        {
            return asked < MaxRetryAfter ? asked : MaxRetryAfter;
        }

        var span = Math.Min(s_longestSpan.TotalSeconds, s_firstSpan.TotalSeconds * Math.Pow(2, retry - 1));
        lock (_lock)
        {
            return TimeSpan.FromSeconds(span * _nextRandom());
        }
    }

    /// <summary>
    /// Reads Retry-After, which is a number of seconds or a date. A date in the past means that the clocks differ, and counts as no
    /// value.
    /// </summary>
    public static TimeSpan? Read(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? (header?.Date - now);
        return wait < TimeSpan.Zero ? null : wait;
    }
}
