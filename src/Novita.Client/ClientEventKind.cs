namespace Novita.Client;

/// <summary>The kinds of <see cref="ClientEvent"/>.</summary>
public enum ClientEventKind
{
    /// <summary>A request was answered: what support would ask for.</summary>
    Request,

    /// <summary>A step of the call is done.</summary>
    Step,

    /// <summary>A request failed and will be sent again after a wait.</summary>
    Retry,

    /// <summary>A request waits because the service asked somebody else of the session for a pause.</summary>
    Pause,

    /// <summary>Something went wrong that does not end the call.</summary>
    Warning,
}
