using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;

namespace Novita.Client.Http;

/// <summary>Masks a secret in a text of someone else's, who may quote it as it was sent, or written as JSON, HTML or an address has it, or with other white space.</summary>
internal static class SecretMask
{
    private const string Mask = "********";

    // "%E2%82%AC" and "&#x20ac;" are among the longest ways to write a character.
    private const int LongestWriting = 12;

    // With less to go by, other words would be masked.
    private const int FewestCharacters = 6;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);
    private static readonly Regex s_piece = new("[A-Za-z0-9]+", RegexOptions.CultureInvariant);

    public static string Apply(string text, string secret)
    {
        var masked = text.Replace(secret, Mask)
            .Replace(JavaScriptEncoder.Default.Encode(secret), Mask)
            .Replace(JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret), Mask);
        var pieces = s_piece.Matches(secret).Cast<Match>().ToList();
        if (pieces.Sum(piece => piece.Length) < FewestCharacters || masked.IndexOf(pieces[0].Value, StringComparison.Ordinal) < 0)
        {
            return masked;
        }

        try
        {
            return Regex.Replace(masked, AnyWriting(pieces), Mask, RegexOptions.CultureInvariant | RegexOptions.Singleline, s_patience);
        }
        catch (RegexMatchTimeoutException)
        {
            return Mask;
        }
    }

    /// <summary>Letters and digits are written one way; what is between them, in whatever way.</summary>
    private static string AnyWriting(List<Match> pieces)
    {
        var pattern = new StringBuilder(pieces[0].Value);
        for (var index = 1; index < pieces.Count; index++)
        {
            var between = pieces[index].Index - pieces[index - 1].Index - pieces[index - 1].Length;
            pattern.Append(".{0,").Append(between * LongestWriting).Append("}?").Append(pieces[index].Value);
        }

        return pattern.ToString();
    }
}
