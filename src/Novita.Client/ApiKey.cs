using System.Net.Http.Headers;
using Novita.Client.Secrets;

namespace Novita.Client;

/// <summary>
/// The API key of a session. The key is sent in the <c>Authorization</c> header only: no property and no message shows the key.
/// </summary>
/// <remarks>
/// The key is not overwritten in memory: .NET makes a new string with the key for the header of each request, and strings cannot be
/// cleared.
/// </remarks>
public sealed class ApiKey
{
    /// <summary>The minimum length of a key whose last characters are shown.</summary>
    private const int MinHintedLength = 12;

    private readonly string _key;

    /// <summary>Wraps a key.</summary>
    /// <param name="key">The key's text; white space at both ends is dropped.</param>
    /// <param name="source">Where the key came from, for messages: <c>$env:NOVITA_API_KEY</c>, <c>-ApiKey</c>.</param>
    /// <exception cref="NovitaException">
    /// The text is empty (<see cref="NovitaErrorKind.ApiKeyMissing"/>) or is not valid in a header
    /// (<see cref="NovitaErrorKind.RequestInvalid"/>).
    /// </exception>
    public ApiKey(string key, string source)
    {
        _key = key.Trim();
        LastFour = _key.Length >= MinHintedLength ? _key.Substring(_key.Length - 4) : null;
        Source = source;
        if (_key.Length == 0)
        {
            throw new NovitaException(NovitaErrorKind.ApiKeyMissing, $"The API key from {source} is empty.");
        }

        var isQuoted = _key.Length >= 2 && _key[0] == _key[_key.Length - 1] && _key[0] is '"' or '\'' or '`';
        if (isQuoted || _key[0] is '\u201C' or '\u2018')
        {
            throw new NovitaException(NovitaErrorKind.RequestInvalid, $"The API key from {source} is in quotes: write it without.");
        }

        if (_key.Any(character => character is <= ' ' or > '~'))
        {
            throw new NovitaException(
                NovitaErrorKind.RequestInvalid,
                $"The API key from {source} holds a space, a line break, a control character or a character outside ASCII, "
                    + "so it cannot be a key. Copy it again from the console.");
        }
    }

    /// <summary>Where the key came from.</summary>
    public string Source { get; }

    /// <summary>The key's last four characters, by which a user knows the key; null for a key under 12 characters.</summary>
    public string? LastFour { get; }

    /// <summary>Whether <paramref name="text"/> is this key.</summary>
    public bool Matches(string text) => text.Trim() == _key;

    /// <summary>The key's source and, where they may be shown, its last four characters.</summary>
    public override string ToString() => LastFour is { } end ? $"from {Source}, ending in {end}" : $"from {Source}";

    /// <summary>Returns the <c>Authorization</c> header.</summary>
    internal AuthenticationHeaderValue ToHeader() => new("Bearer", _key);

    /// <summary>Masks the key in a text of a response: the service may quote the request.</summary>
    internal string Mask(string text) => new SecretMask(_key).Mask(text);
}
