namespace Novita.Client;

/// <summary>The settings of a client, apart from its key. Immutable.</summary>
public sealed record NovitaClientOptions
{
    /// <summary>The default of <see cref="Timeout"/>, in seconds.</summary>
    public const int DefaultTimeoutSec = 60;

    /// <summary>The default of <see cref="MaximumRetryCount"/>.</summary>
    public const int DefaultMaximumRetryCount = 4;

    /// <summary>The default of <see cref="ThrottleLimit"/>.</summary>
    public const int DefaultThrottleLimit = 8;

    /// <summary>The service's own address.</summary>
    public static Uri DefaultEndpoint { get; } = new("https://api.novita.ai");

    /// <summary>The address of the service; its path is the prefix of every request's path.</summary>
    public Uri Endpoint { get; init; } = DefaultEndpoint;

    /// <summary>The maximum time for one request and its response, the body included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(DefaultTimeoutSec);

    /// <summary>The maximum number of retries of a request; 0 for no retry.</summary>
    public int MaximumRetryCount { get; init; } = DefaultMaximumRetryCount;

    /// <summary>The maximum number of requests that run at the same time, at least 1.</summary>
    public int ThrottleLimit { get; init; } = DefaultThrottleLimit;

    /// <summary>The proxy; null for the system's proxy. Its user and password are used and never shown.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Whether the key may travel over plain http to another machine.</summary>
    public bool AllowUnencrypted { get; init; }

    /// <summary>The <c>User-Agent</c> header. The gateway in front of the service refuses requests without one.</summary>
    public string UserAgent { get; init; } = "Novita";

    /// <summary>Creates the message handler for the service; null for the network.</summary>
    internal Func<HttpMessageHandler>? CreateHandler { get; init; }

    /// <summary>Creates the message handler for the hosts of logs; null for the network.</summary>
    internal Func<HttpMessageHandler>? CreateLogHandler { get; init; }

    /// <summary>The clock for waits and time-outs.</summary>
    internal Clock Clock { get; init; } = Clock.System;

    /// <summary>Returns the next random number in [0, 1), for the jitter of retries; called under a lock.</summary>
    internal Func<double> NextRandom { get; init; } = new Random().NextDouble;

    /// <summary>The endpoint only: a record would print the proxy's password too.</summary>
    public override string ToString() => Endpoint.ToString();
}
