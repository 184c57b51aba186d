using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Novita.Client.Secrets;

/// <summary>
/// Masks secrets in texts of the service: a secret that is written as it is becomes asterisks; a text that holds one in another
/// encoding is withheld whole.
/// </summary>
internal sealed class SecretMask
{
    /// <summary>Length below which a text is too common to be looked for among other words.</summary>
    public const int MinLength = 4;

    // With more, or with more characters of text times secrets, each text is withheld: under a second for the worst response.
    private const int MaxSecrets = 1000;
    private const long MaxWork = 10_000_000;

    // An encoding may be encoded again: JSON in JSON, an address in HTML.
    private const int MaxRounds = 3;

    // With fewer letters and digits, the search without white space and signs would hit other words.
    private const int MinSqueezed = 6;

    private static readonly Regex s_jsonEscape = new(@"\\(?:u([0-9A-Fa-f]{4})|(.))", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private readonly IEnumerable<string> _given;
    private readonly List<string> _secrets = [];
    private readonly List<string> _decoded = [];
    private readonly List<string> _squeezed = [];
    private bool _isReady;
    private long _work;

    /// <summary>Prepares to mask <paramref name="secrets"/>, which are enumerated when the first text comes.</summary>
    public SecretMask(params IEnumerable<string> secrets) => _given = secrets;

    /// <summary>Gives <paramref name="text"/> without the secrets.</summary>
    public string Apply(string text)
    {
        Prepare();
        _work += (long)text.Length * _secrets.Count;
        if (_work > MaxWork || _secrets.Count > MaxSecrets)
        {
            return Secret.Asterisks;
        }

        var masked = MaskLiteral(text);
        return HoldsEncoded(masked) ? Secret.Asterisks : masked;
    }

    /// <summary>Gives a command to connect by without the secrets and without passwords in addresses; null for null.</summary>
    public string? ApplyToCommand(string? command) => command is null ? null : AddressMask.In(Apply(command));

    /// <summary>Gives an address without the secrets, users and tokens in it; null for null and for an empty one.</summary>
    public string? ApplyToAddress(string? address) => address is null ? null : AddressMask.Of(Apply(address));

    private void Prepare()
    {
        if (!_isReady)
        {
            _isReady = true;
            _secrets.AddRange(_given.Where(secret => secret.Length > 0).Distinct(StringComparer.Ordinal).Take(MaxSecrets + 1));
            _secrets.FindAll(secret => secret.Length >= MinLength).ForEach(AddEncodings);
        }
    }

    private void AddEncodings(string secret)
    {
        // Decoded like the texts: a secret may look like an encoding itself.
        var decoded = secret;
        for (var round = 0; round < MaxRounds; round++)
        {
            decoded = Decode(decoded);
        }

        _decoded.Add(decoded);
        var bytes = Encoding.UTF8.GetBytes(secret);
        string[] others = [decoded, BitConverter.ToString(bytes), .. Base64(bytes)];
        _squeezed.AddRange(others.Select(Squeeze).Where(other => other.Length >= MinSqueezed));
    }

    /// <summary>Replaces each secret that is written as it is, in any case; two that overlap or touch are one.</summary>
    private string MaskLiteral(string text)
    {
        var places = _secrets.SelectMany(secret => Places(text, secret)).OrderBy(place => place.Begin).ToList();
        if (places.Count == 0)
        {
            return text;
        }

        var masked = new StringBuilder();
        var end = 0;
        foreach (var (begin, length) in places)
        {
            if (begin > end || masked.Length == 0)
            {
                masked.Append(text, end, begin - end).Append(Secret.Asterisks);
            }

            end = Math.Max(end, begin + length);
        }

        return masked.Append(text, end, text.Length - end).ToString();
    }

    private static IEnumerable<(int Begin, int Length)> Places(string text, string secret)
    {
        for (var begin = -1; (begin = text.IndexOf(secret, begin + 1, StringComparison.OrdinalIgnoreCase)) >= 0;)
        {
            // A very short secret would be found inside other words.
            if (secret.Length >= MinLength || !(IsLetterOrDigit(text, begin - 1) || IsLetterOrDigit(text, begin + secret.Length)))
            {
                yield return (begin, secret.Length);
            }
        }
    }

    private bool HoldsEncoded(string text)
    {
        for (var round = 0; _decoded.Count > 0 && round < MaxRounds; round++)
        {
            var before = text;
            text = Decode(text);
            if (HoldsAny(text, _decoded) || HoldsAny(Squeeze(text), _squeezed))
            {
                return true;
            }

            if (text == before)
            {
                break;
            }
        }

        return false;
    }

    private static bool HoldsAny(string text, List<string> secrets) => secrets.Exists(secret => text.IndexOf(secret, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Undoes one layer of what JSON, HTML and addresses make of a text.</summary>
    private static string Decode(string text)
    {
        text = text.IndexOf('\\') < 0 ? text : s_jsonEscape.Replace(text, escape => escape.Groups[1].Value is { Length: > 0 } code
            ? ((char)int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
            : escape.Groups[2].Value switch { "n" => "\n", "r" => "\r", "t" => "\t", "b" => "\b", "f" => "\f", var other => other });
        return Uri.UnescapeDataString(WebUtility.HtmlDecode(text));
    }

    /// <summary>
    /// Drops white space, which is often written in another way, and the signs in which the forms of base64, hexadecimal and addresses
    /// differ.
    /// </summary>
    private static string Squeeze(string text)
    {
        var squeezed = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character) && character is not ('+' or '-' or '/' or '_'))
            {
                squeezed.Append(character);
            }
        }

        return squeezed.ToString();
    }

    /// <summary>
    /// Gives the part of a secret's base64 that no neighbour changes, for each place of its first byte in a group of three.
    /// </summary>
    private static IEnumerable<string> Base64(byte[] secret)
    {
        for (var before = 0; before < 3; before++)
        {
            byte[] bytes = [.. new byte[before], .. secret];
            var begin = ((before * 8) + 5) / 6;
            yield return Convert.ToBase64String(bytes).Substring(begin, (bytes.Length * 8 / 6) - begin);
        }
    }

    private static bool IsLetterOrDigit(string text, int index) => index >= 0 && index < text.Length && char.IsLetterOrDigit(text[index]);
}
