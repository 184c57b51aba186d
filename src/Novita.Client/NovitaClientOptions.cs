namespace Novita.Client;

/// <summary>Everything a client needs besides its key. Immutable.</summary>
public sealed record NovitaClientOptions
{
    /// <summary>How many seconds a request may take when nobody says anything about it.</summary>
    public const int DefaultTimeoutSec = 60;

    /// <summary>How often a request is sent again when nobody says anything about it.</summary>
    public const int DefaultMaximumRetryCount = 4;

    /// <summary>How many requests may be under way when nobody says anything about it.</summary>
    public const int DefaultThrottleLimit = 8;

    /// <summary>The service's own address.</summary>
    public static Uri DefaultEndpoint { get; } = new("https://api.novita.ai");

    /// <summary>Where the service is; a path in it is kept as a prefix of every request's.</summary>
    public Uri Endpoint { get; init; } = DefaultEndpoint;

    /// <summary>How long one request may take, its body included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(DefaultTimeoutSec);

    /// <summary>How often a failed request is sent again, 0 for never.</summary>
    public int MaximumRetryCount { get; init; } = DefaultMaximumRetryCount;

    /// <summary>How many requests may be under way at once, at least 1.</summary>
    public int ThrottleLimit { get; init; } = DefaultThrottleLimit;

    /// <summary>The proxy to go through; null for the system's own. User and password in it are used and never shown.</summary>
    public Uri? Proxy { get; init; }

    /// <summary>Whether the key may travel over plain http to another machine.</summary>
    public bool AllowUnencrypted { get; init; }

    /// <summary>What the client calls itself. The gateway in front of the service turns away clients that do not say.</summary>
    public string UserAgent { get; init; } = "Novita";

    /// <summary>Makes the end of the pipe that requests go into; null for the network.</summary>
    internal Func<HttpMessageHandler>? CreateHandler { get; init; }

    /// <summary>The same for the hosts of logs, to which no key is sent.</summary>
    internal Func<HttpMessageHandler>? CreateLogHandler { get; init; }

    /// <summary>The time that waits and time-outs go by.</summary>
    internal Clock Clock { get; init; } = Clock.System;

    /// <summary>Gives the next random number in [0, 1), for the jitter of waits; called under a lock.</summary>
    internal Func<double> NextRandom { get; init; } = new Random().NextDouble;

    /// <summary>The endpoint alone: a record would print the proxy's password too.</summary>
    public override string ToString() => Endpoint.ToString();
}
