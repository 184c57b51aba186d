using Novita.Client.Text;

namespace Novita.Client;

/// <summary>Something a user may want to know while a call runs. The text holds no secret.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Text">What happened, as a sentence.</param>
/// <param name="PauseEnd">
/// The end of the pause that the service asked for, by the uptime of the client's clock; null outside a pause. Each waiting request
/// reports the pause.
/// </param>
public sealed record ClientEvent(ClientEventKind Kind, string Text, TimeSpan? PauseEnd = null)
{
    /// <summary>What happened, as a sentence; control characters are escaped.</summary>
    public string Text { get; init => field = VisibleText.Of(value); } = VisibleText.Of(Text);
}
