namespace Novita.Client.Http;

/// <summary>
/// A transient failure within the transport, after which the request is retried or <see cref="Error"/> is thrown.
/// </summary>
internal sealed class RetryableException : Exception
{
    public RetryableException(NovitaException error, TimeSpan wait)
        : base(error.Message, error)
    {
        Error = error;
        Wait = wait;
    }

    public NovitaException Error { get; }

    /// <summary>The wait before the retry.</summary>
    public TimeSpan Wait { get; }

    /// <summary>Whether the response was a 429, after which all requests wait at the gate.</summary>
    public bool IsThrottled => Error.StatusCode == 429;
}
