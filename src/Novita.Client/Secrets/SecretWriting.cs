using System.Text;
using System.Text.Encodings.Web;

namespace Novita.Client.Secrets;

/// <summary>
/// One way to write a secret: pieces that are written alike everywhere but for the case of letters, and how far they may be apart.
/// What stands between letters and digits is written in many ways, by JSON, HTML, an address or base64.
/// </summary>
internal sealed class SecretWriting
{
    // "%E2%82%AC" and "&#x20ac;" are among the longest ways to write a character.
    private const int LongestWriting = 12;

    // With less to go by, other words would be masked.
    private const int FewestCharacters = 6;

    // Three bytes are four characters of base64, so that a secret leaves its mark on so many beside its own.
    private const int Base64Group = 4;

    private static readonly TextEncoder[] s_encoders = [JavaScriptEncoder.Default, JavaScriptEncoder.UnsafeRelaxedJsonEscaping, HtmlEncoder.Default, UrlEncoder.Default];

    private readonly List<(string Text, int MostBefore)> _pieces;
    private readonly bool _isWord;
    private readonly bool _isEncoded;

    private SecretWriting(List<(string Text, int MostBefore)> pieces, bool isWord = false, bool isEncoded = false)
    {
        _pieces = pieces;
        _isWord = isWord;
        _isEncoded = isEncoded;
    }

    /// <summary>Gives the ways in which a secret may be written.</summary>
    public static IEnumerable<SecretWriting> AllOf(string secret)
    {
        // A very short one would be found in other words.
        var isWord = secret.Length < SecretMask.ShortestSought;
        foreach (var literal in s_encoders.Select(encoder => encoder.Encode(secret)).Prepend(secret).Distinct(StringComparer.Ordinal))
        {
            yield return new SecretWriting([(literal, 0)], isWord);
        }

        var pieces = Split(secret);
        if (pieces.Sum(piece => piece.Text.Length) is >= FewestCharacters and var characters && characters < secret.Length)
        {
            yield return new SecretWriting(pieces);
        }

        var bytes = Encoding.UTF8.GetBytes(secret);
        if (bytes.Length >= FewestCharacters)
        {
            foreach (var encoded in Base64(bytes).Select(Split).Append([(BitConverter.ToString(bytes).Replace("-", ""), 0)]))
            {
                yield return new SecretWriting(encoded, isEncoded: true);
            }
        }
    }

    /// <summary>Finds where it stands in a text, in order. The time it takes grows with the text's length alone.</summary>
    public IReadOnlyList<(int Begin, int End)> Find(string text)
    {
        if (text.IndexOf(_pieces[0].Text, StringComparison.OrdinalIgnoreCase) < 0)
        {
            return [];
        }

        var found = Places(text, _pieces[0].Text, 0).Select(place => (Begin: place, End: place + _pieces[0].Text.Length)).ToList();
        foreach (var (piece, mostBefore) in _pieces.Skip(1))
        {
            if (found.Count == 0)
            {
                break;
            }

            var longer = new List<(int Begin, int End)>();
            var nearest = 0;
            foreach (var place in Places(text, piece, found[0].End))
            {
                while (nearest + 1 < found.Count && found[nearest + 1].End <= place)
                {
                    nearest++;
                }

                if (place - found[nearest].End <= mostBefore)
                {
                    longer.Add((found[nearest].Begin, place + piece.Length));
                }
            }

            found = longer;
        }

        return _isWord ? found.FindAll(place => !IsLetterOrDigit(text, place.Begin - 1) && !IsLetterOrDigit(text, place.End))
            : _isEncoded ? found.ConvertAll(place => Widen(text, place))
            : found;
    }

    private static IEnumerable<int> Places(string text, string piece, int from)
    {
        for (var place = text.IndexOf(piece, from, StringComparison.OrdinalIgnoreCase); place >= 0; place = text.IndexOf(piece, place + 1, StringComparison.OrdinalIgnoreCase))
        {
            yield return place;
        }
    }

    private static List<(string Text, int MostBefore)> Split(string text)
    {
        var pieces = new List<(string Text, int MostBefore)>();
        for (int begin = 0, end = 0; begin < text.Length; begin++)
        {
            if (!IsPiece(text[begin]))
            {
                continue;
            }

            var before = begin - end;
            for (end = begin; end < text.Length && IsPiece(text[end]);)
            {
                end++;
            }

            pieces.Add((text.Substring(begin, end - begin), before * LongestWriting));
            begin = end;
        }

        return pieces;

        static bool IsPiece(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
    }

    /// <summary>Gives what of a secret's base64 is the same whatever stands before and after it, for each way to begin within a group.</summary>
    private static IEnumerable<string> Base64(byte[] secret)
    {
        for (var before = 0; before < 3; before++)
        {
            var bytes = new byte[before + secret.Length];
            secret.CopyTo(bytes, before);
            var begin = ((before * 8) + 5) / 6;
            yield return Convert.ToBase64String(bytes).Substring(begin, (bytes.Length * 8 / 6) - begin);
        }
    }

    private static (int Begin, int End) Widen(string text, (int Begin, int End) place)
    {
        var (begin, end) = place;
        while (place.Begin - begin < Base64Group && IsBase64(text, begin - 1))
        {
            begin--;
        }

        while (end - place.End < Base64Group && IsBase64(text, end))
        {
            end++;
        }

        return (begin, end);
    }

    private static bool IsBase64(string text, int index) =>
        IsLetterOrDigit(text, index) || (index >= 0 && index < text.Length && text[index] is '+' or '/' or '-' or '_' or '=');

    private static bool IsLetterOrDigit(string text, int index) => index >= 0 && index < text.Length && char.IsLetterOrDigit(text[index]);
}
