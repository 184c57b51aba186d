namespace Novita;

/// <summary>
/// A password, token or the like that came with a reply. It prints as asterisks and has no property, so that no view, report or
/// serialiser can hold its text.
/// </summary>
public sealed class Secret
{
    /// <summary>What stands in the place of a secret in any text.</summary>
    internal const string Asterisks = "********";

    private readonly string? _text;

    /// <summary>Wraps <paramref name="text"/>.</summary>
    public Secret(string text) => _text = text;

    private Secret()
    {
    }

    /// <summary>A secret that came through a job or a file: its text did not come along.</summary>
    internal static Secret Lost { get; } = new();

    /// <summary>Whether the text is here.</summary>
    internal bool HasText => _text is not null;

    /// <summary>Gives the text itself. Keep it out of logs.</summary>
    /// <exception cref="InvalidOperationException">The object came through a job or a file, without the text.</exception>
    public string Reveal() => _text
        ?? throw new InvalidOperationException("The secret came through a job or a file, without its text. Read the object again to "
            + "have it.");

    /// <summary>Eight asterisks, whatever the text.</summary>
    public override string ToString() => Asterisks;
}
