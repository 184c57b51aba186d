namespace Novita.Client;

/// <summary>What belongs to one call and not to the client: the receiver of its events, and its cancellation token.</summary>
/// <param name="Report">Takes events, on any thread; null for no one.</param>
/// <param name="CancellationToken">Ends the call.</param>
public readonly record struct CallContext(Action<ClientEvent>? Report, CancellationToken CancellationToken)
{
    internal void Tell(ClientEventKind kind, string text, TimeSpan? pauseEnd = null) =>
        Report?.Invoke(new ClientEvent(kind, text, pauseEnd));

    /// <summary>The same, for a part of several: its events say which.</summary>
    internal CallContext About(string part)
    {
        var report = Report;
        return this with { Report = happened => report?.Invoke(happened with { Text = $"{part}: {happened.Text}" }) };
    }
}
