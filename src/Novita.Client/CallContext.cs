namespace Novita.Client;

/// <summary>What belongs to one call and not to the client: the receiver of its events, and its cancellation token.</summary>
/// <param name="OnEvent">Receives events, on any thread; null drops them.</param>
/// <param name="CancellationToken">Cancels the call.</param>
public readonly record struct CallContext(Action<ClientEvent>? OnEvent, CancellationToken CancellationToken)
{
    internal void Report(ClientEventKind kind, string text, TimeSpan? pauseEnd = null) =>
        OnEvent?.Invoke(new ClientEvent(kind, text, pauseEnd));

    /// <summary>Returns the context for one part of the call: each event begins with the name of the part.</summary>
    internal CallContext About(string part)
    {
        var onEvent = OnEvent;
        return this with { OnEvent = clientEvent => onEvent?.Invoke(clientEvent with { Text = $"{part}: {clientEvent.Text}" }) };
    }
}
