namespace Novita.Client;

/// <summary>The kinds of <see cref="ClientEvent"/>.</summary>
public enum ClientEventKind
{
    /// <summary>A response came: method, address, status, size and time, for support.</summary>
    Request,

    /// <summary>A step of the call is done.</summary>
    Step,

    /// <summary>A request failed and will be sent again after a wait.</summary>
    Retry,

    /// <summary>A request waits because the service throttled another request of the session.</summary>
    Pause,

    /// <summary>A problem that does not end the call.</summary>
    Warning,
}
