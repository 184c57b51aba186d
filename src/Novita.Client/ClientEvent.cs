using Novita.Client.Text;

namespace Novita.Client;

/// <summary>Something a user may want to know while a call runs. The text holds no secret.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Text">A sentence that says it.</param>
/// <param name="PauseEnd">
/// When the pause ends that the service asked for, by the uptime of the client's clock; null outside a pause. Each request that
/// waits reports the pause.
/// </param>
public sealed record ClientEvent(ClientEventKind Kind, string Text, TimeSpan? PauseEnd = null)
{
    /// <summary>A sentence that says it, with every character written out that a terminal would obey.</summary>
    public string Text { get; init => field = VisibleText.Of(value); } = VisibleText.Of(Text);
}
