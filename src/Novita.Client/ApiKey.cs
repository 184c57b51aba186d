using System.Net.Http.Headers;
using Novita.Client.Secrets;

namespace Novita.Client;

/// <summary>
/// The key of a session. It goes into the <c>Authorization</c> header and nowhere else: no property holds it and no text shows it.
/// </summary>
/// <remarks>
/// The key is one string in one object. It is not overwritten: .NET makes a new string of it for the header of each request,
/// and strings cannot be cleared.
/// </remarks>
public sealed class ApiKey
{
    /// <summary>Keys shorter than this show none of their characters.</summary>
    private const int ShortestHinted = 12;

    private readonly string _key;

    /// <summary>Wraps a key.</summary>
    /// <param name="key">The key's text; white space around it is dropped.</param>
    /// <param name="source">Where it came from, for messages: <c>$env:NOVITA_API_KEY</c>, <c>-ApiKey</c>.</param>
    /// <exception cref="NovitaException">
    /// The text is empty (<see cref="NovitaErrorKind.ApiKeyMissing"/>) or cannot stand in a header (<see
    /// cref="NovitaErrorKind.RequestInvalid"/>).
    /// </exception>
    public ApiKey(string key, string source)
    {
        _key = key.Trim();
        LastFour = _key.Length >= ShortestHinted ? _key.Substring(_key.Length - 4) : null;
        Source = source;
        if (_key.Length == 0)
        {
            throw new NovitaException(NovitaErrorKind.ApiKeyMissing, $"The API key from {source} is empty.");
        }

        if (_key.Length >= 2 && _key[0] == _key[_key.Length - 1] && _key[0] is '"' or '\'' or '`' || _key[0] is '\u201C' or '\u2018')
        {
            throw new NovitaException(NovitaErrorKind.RequestInvalid, $"The API key from {source} is in quotes: write it without.");
        }

        if (_key.Any(character => character is <= ' ' or > '~'))
        {
            throw new NovitaException(
                NovitaErrorKind.RequestInvalid,
                $"The API key from {source} holds a space, a line break, a control character or a character outside ASCII, so it "
                    + $"cannot be a key. Copy it again from the console.");
        }
    }

    /// <summary>Where the key came from.</summary>
    public string Source { get; }

    /// <summary>The key's last four characters, to tell one from another; null for a key under 12 characters.</summary>
    public string? LastFour { get; }

    /// <summary>Whether <paramref name="text"/> is this key.</summary>
    public bool Matches(string text) => text.Trim() == _key;

    /// <summary>The key's source and, where they may be shown, its last four characters.</summary>
    public override string ToString() => LastFour is { } end ? $"from {Source}, ending in {end}" : $"from {Source}";

    /// <summary>Makes the header that carries it.</summary>
    internal AuthenticationHeaderValue ToHeader() => new("Bearer", _key);

    /// <summary>Masks the key in a text of the service's, which may quote what it was sent.</summary>
    internal string Redact(string text) => new SecretMask(_key).Apply(text);
}
