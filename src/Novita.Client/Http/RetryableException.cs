namespace Novita.Client.Http;

/// <summary>
/// A transient failure. It never leaves the transport: either the request is sent again or <see cref="Error"/> is thrown.
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

    /// <summary>How long to wait before the next try.</summary>
    public TimeSpan Wait { get; }

    /// <summary>Whether the service asked for the wait; then everyone waits, at the gate.</summary>
    public bool IsThrottled => Error.StatusCode == 429;
}
