namespace Novita;

/// <summary>A password, token or the like that came with a reply. It prints as asterisks and has no property, so that no view, report or serialiser can hold its text.</summary>
public sealed class Secret
{
    /// <summary>What stands in the place of a secret in any text.</summary>
    internal const string Asterisks = "********";

    private readonly string _text;

    /// <summary>Wraps <paramref name="text"/>.</summary>
    public Secret(string text) => _text = text;

    /// <summary>Gives the text itself. Keep it out of logs.</summary>
    public string Reveal() => _text;

    /// <summary>Eight asterisks, whatever the text.</summary>
    public override string ToString() => Asterisks;
}
