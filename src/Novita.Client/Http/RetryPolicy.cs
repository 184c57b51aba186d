using System.Net.Http.Headers;

namespace Novita.Client.Http;

/// <summary>
/// The wait before a retry: the time that the service asks for, else exponential backoff with full jitter. Thread-safe.
/// </summary>
internal sealed class RetryPolicy
{
    /// <summary>The maximum wait: a longer time in Retry-After is cut, so that a call does not wait for ever.</summary>
    public static readonly TimeSpan MaxRetryAfter = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan s_firstSpan = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_maxSpan = TimeSpan.FromSeconds(30);

    private readonly Func<double> _nextRandom;
    private readonly object _lock = new();

    public RetryPolicy(int maximumRetryCount, Func<double> nextRandom)
    {
        MaximumRetryCount = maximumRetryCount;
        _nextRandom = nextRandom;
    }

    public int MaximumRetryCount { get; }

    /// <summary>Returns the wait before retry number <paramref name="retry"/>, from 1.</summary>
    public TimeSpan Wait(int retry, TimeSpan? retryAfter)
    {
        if (retryAfter is { } asked)
        {
            return asked < MaxRetryAfter ? asked : MaxRetryAfter;
        }

        var span = Math.Min(s_maxSpan.TotalSeconds, s_firstSpan.TotalSeconds * Math.Pow(2, retry - 1));
        lock (_lock)
        {
            return TimeSpan.FromSeconds(span * _nextRandom());
        }
    }

    /// <summary>
    /// Reads Retry-After, a number of seconds or a date; returns null for a date in the past, because then the clocks differ.
    /// </summary>
    public static TimeSpan? Read(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        var wait = header?.Delta ?? (header?.Date - now);
        return wait < TimeSpan.Zero ? null : wait;
    }
}
