namespace Novita.Client;

/// <summary>What a client has done so far. Thread-safe; each figure only grows.</summary>
public sealed class ClientCounters
{
    private long _requests;
    private long _retries;
    private long _throttleWaits;
    private long _bytes;

    /// <summary>Requests sent, retries included.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>Requests that were sent again.</summary>
    public long Retries => Interlocked.Read(ref _retries);

    /// <summary>Waits that the service asked for with a 429.</summary>
    public long ThrottleWaits => Interlocked.Read(ref _throttleWaits);

    /// <summary>Bytes of the response bodies, decompressed.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    internal void CountRequest() => Interlocked.Increment(ref _requests);

    internal void CountRetry(bool isThrottled)
    {
        Interlocked.Increment(ref _retries);
        Interlocked.Add(ref _throttleWaits, isThrottled ? 1 : 0);
    }

    internal void CountBytes(long bytes) => Interlocked.Add(ref _bytes, bytes);
}
