using System.Net.Http.Headers;

namespace Novita.Client.Http;

/// <summary>The key of a session. It goes into the <c>Authorization</c> header and nowhere else: no property holds it and no text shows it.</summary>
public sealed class ApiKey
{
    /// <summary>Keys shorter than this show none of their characters.</summary>
    private const int ShortestHinted = 12;

    private readonly string _key;

    /// <summary>Wraps a key.</summary>
    /// <param name="key">The key's text; white space around it is dropped.</param>
    /// <param name="source">Where it came from, for messages: <c>$env:NOVITA_API_KEY</c>, <c>-ApiKey</c>.</param>
    /// <exception cref="NovitaException">The text is empty (<see cref="NovitaErrorKind.ApiKeyMissing"/>) or cannot stand in a header (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public ApiKey(string key, string source)
    {
        _key = key.Trim();
        Source = source;
        if (_key.Length == 0)
        {
            throw new NovitaException(NovitaErrorKind.ApiKeyMissing, $"The API key from {source} is empty.");
        }

        if (_key.Any(character => character is <= ' ' or > '~'))
        {
            throw new NovitaException(
                NovitaErrorKind.RequestInvalid,
                $"The API key from {source} holds a space, a line break or a character outside ASCII, so it cannot be a key. Copy it again from the console.");
        }
    }

    /// <summary>Where the key came from.</summary>
    public string Source { get; }

    /// <summary>The key's last four characters, to tell one from another; null for a key under 12 characters.</summary>
    public string? LastFour => _key.Length >= ShortestHinted ? _key.Substring(_key.Length - 4) : null;

    /// <summary>Whether <paramref name="text"/> is this key.</summary>
    public bool Matches(string text) => string.Equals(_key, text.Trim(), StringComparison.Ordinal);

    /// <summary>The key's source and, where they may be shown, its last four characters.</summary>
    public override string ToString() => LastFour is { } end ? $"from {Source}, ending in {end}" : $"from {Source}";

    internal AuthenticationHeaderValue ToHeader() => new("Bearer", _key);

    /// <summary>Masks the key in a text of the service's, which may quote what it was sent.</summary>
    internal string Redact(string text) => SecretMask.Apply(text, _key);
}
