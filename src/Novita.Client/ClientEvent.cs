namespace Novita.Client;

/// <summary>Something a user may want to know while a call runs. The text holds no secret.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Text">A sentence that says it.</param>
public sealed record ClientEvent(ClientEventKind Kind, string Text);
