using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Novita.Client.Secrets;

/// <summary>
/// Masks secrets in texts of a response: a literal secret becomes asterisks; a text with an encoded secret is replaced as a whole.
/// Not thread-safe.
/// </summary>
internal sealed class SecretMask
{
    /// <summary>The minimum length of a secret that is masked within words; shorter texts are too common.</summary>
    public const int MinLength = 4;

    // Beyond these limits (of secrets, and of characters times secrets) each text is replaced as a whole, so that masking the worst
    // response takes less than a second.
    private const int MaxSecrets = 1000;
    private const long MaxWork = 10_000_000;

    // An encoding may be encoded again, such as JSON in JSON, or an address in HTML.
    private const int MaxRounds = 3;

    // A shorter squeezed secret would be found in other words.
    private const int MinSqueezed = 6;

    private static readonly Regex s_jsonEscape = new(
        @"\\(?:u([0-9A-Fa-f]{4})|(.))", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private readonly IEnumerable<string> _given;
    private readonly List<string> _secrets = [];
    private readonly List<string> _decoded = [];
    private readonly List<string> _squeezed = [];
    private bool _isReady;
    private long _work;

    /// <summary>Creates a mask. The secrets are enumerated when the first text is masked.</summary>
    public SecretMask(params IEnumerable<string> secrets) => _given = secrets;

    /// <summary>Masks a text.</summary>
    public string Mask(string text)
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

    /// <summary>Masks an ssh command, and passwords in its addresses; returns null for null.</summary>
    public string? MaskCommand(string? command) => command is null ? null : AddressMask.MaskWords(Mask(command));

    /// <summary>Masks an address, and its users and tokens; returns null for null and for an empty text.</summary>
    public string? MaskAddress(string? address) => address is null ? null : AddressMask.MaskAddress(Mask(address));

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
        // A secret may look encoded, so it is decoded like the texts before they are compared.
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

    /// <summary>Replaces each literal secret, ignoring case; secrets that overlap or touch are replaced together.</summary>
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
            // A short secret counts as a whole word only.
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

    private static bool HoldsAny(string text, List<string> secrets) =>
        secrets.Exists(secret => text.IndexOf(secret, StringComparison.OrdinalIgnoreCase) >= 0);

    /// <summary>Decodes one layer of JSON, HTML and percent encoding.</summary>
    private static string Decode(string text)
    {
        text = text.IndexOf('\\') < 0 ? text : s_jsonEscape.Replace(text, DecodeEscape);
        return Uri.UnescapeDataString(WebUtility.HtmlDecode(text));
    }

    private static string DecodeEscape(Match escape) => escape.Groups[1].Value is { Length: > 0 } code
        ? ((char)int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()
        : escape.Groups[2].Value switch { "n" => "\n", "r" => "\r", "t" => "\t", "b" => "\b", "f" => "\f", var other => other };

    /// <summary>
    /// Drops white space, and the signs in which the forms of base64, hexadecimal and percent encoding differ.
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
    /// Returns the base64 forms of a secret within other bytes, one for each position in a group of three bytes, without the characters
    /// that depend on the bytes around the secret.
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
