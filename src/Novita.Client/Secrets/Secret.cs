namespace Novita;

/// <summary>
/// A password, token or other secret of a response. Its text is asterisks, and no property holds the secret, so that no view, report or
/// serialiser shows it.
/// </summary>
public sealed class Secret
{
    /// <summary>The replacement for a secret in texts.</summary>
    internal const string Asterisks = "********";

    private readonly string? _text;

    /// <summary>Wraps <paramref name="text"/>.</summary>
    public Secret(string text) => _text = text;

    private Secret()
    {
    }

    /// <summary>A deserialised secret, of a job or a file, which has no text.</summary>
    internal static Secret Lost { get; } = new();

    /// <summary>Whether the secret has its text.</summary>
    internal bool HasText => _text is not null;

    /// <summary>Returns the text. Keep the text out of logs.</summary>
    /// <exception cref="InvalidOperationException">The object came through a job or a file, without the text.</exception>
    public string Reveal() => _text
        ?? throw new InvalidOperationException(
            "The secret came through a job or a file, without its text. Read the object again to have it.");

    /// <summary>Returns eight asterisks for any text.</summary>
    public override string ToString() => Asterisks;
}
