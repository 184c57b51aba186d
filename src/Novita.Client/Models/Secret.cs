namespace Novita;

/// <summary>A password, token or the like that came with a reply. It prints as asterisks and has no property, so that no view, report or serialiser can hold its text.</summary>
public sealed class Secret
{
    private const string Asterisks = "********";

    private readonly string _text;

    /// <summary>Wraps <paramref name="text"/>.</summary>
    public Secret(string text) => _text = text;

    /// <summary>Gives the text itself. Keep it out of logs.</summary>
    public string Reveal() => _text;

    /// <summary>Eight asterisks, whatever the text.</summary>
    public override string ToString() => Asterisks;

    /// <summary>Number of characters.</summary>
    internal int Length => _text.Length;

    /// <summary>Gives <paramref name="text"/> with asterisks wherever the secret stands in it.</summary>
    internal string Mask(string text) => _text.Length == 0 ? text : text.Replace(_text, Asterisks);
}
