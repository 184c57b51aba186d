using System.Text;
using System.Text.RegularExpressions;

namespace Novita.Client.Secrets;

/// <summary>
/// Masks credentials in a web address: user and password before an @, and parameters with a name like token, password or key.
/// </summary>
/// <remarks>Parsed without a regular expression, whose time would grow with the square of the length.</remarks>
internal static class AddressMask
{
    private const string SchemeEnd = "://";

    // nginx:1.25@sha256:... is an image, not a user.
    private const string Digest = "@sha256:";

    private static readonly char[] s_hostEnds = ['/', '?', '#'];
    private static readonly char[] s_valueEnds = ['&', '#', ';'];
    private static readonly Regex s_word = new(@"[^\s""'`<>]+", RegexOptions.CultureInvariant);

    /// <summary>Masks an address; returns null for null and for an empty text.</summary>
    public static string? MaskAddress(string? address) => string.IsNullOrEmpty(address) ? null : MaskValues(MaskUsers(address!));

    /// <summary>Masks each word of a text that is an address.</summary>
    public static string MaskWords(string text) =>
        text.IndexOfAny(['@', '=']) < 0 ? text : s_word.Replace(text, word => MaskAddress(word.Value)!);

    /// <summary>
    /// Masks users and passwords of the address and of addresses in its query. Without a scheme, a user without a password stays: ssh
    /// commands have users.
    /// </summary>
    private static string MaskUsers(string address)
    {
        var masked = new StringBuilder();
        var copied = 0;
        var hasScheme = false;
        for (var begin = address.Length - address.TrimStart().TrimStart('/').Length; begin >= 0;)
        {
            var end = EndOf(address, begin, s_hostEnds);
            var user = address.Substring(begin, address.AsSpan(begin, end - begin).LastIndexOf('@') is > 0 and var length ? length : 0);
            var isDigest = string.CompareOrdinal(address, begin + user.Length, Digest, 0, Digest.Length) == 0;
            if (user.Length > 0 && (hasScheme || HasPassword(user)) && !isDigest)
            {
                masked.Append(address, copied, begin - copied).Append(Secret.Asterisks);
                copied = begin + user.Length;
            }

            var scheme = address.IndexOf(SchemeEnd, Math.Max(0, end - 1), StringComparison.Ordinal);
            begin = scheme < 0 ? -1 : scheme + SchemeEnd.Length;
            hasScheme = true;
        }

        return masked.Append(address, copied, address.Length - copied).ToString();
    }

    /// <summary>Whether the user has a password: not in <c>root@host:22,root</c>, where a port follows the host.</summary>
    private static bool HasPassword(string user) => user.IndexOfAny([':', '@']) is >= 0 and var first && user[first] == ':';

    /// <summary>
    /// Masks the values of parameters. Without a scheme and a query, fewer names count: the text may be any word with an equals sign,
    /// such as an ssh option.
    /// </summary>
    private static string MaskValues(string address)
    {
        var isAddress = address.IndexOf(SchemeEnd, StringComparison.Ordinal) >= 0;
        var masked = new StringBuilder();
        var copied = 0;
        var name = 0;
        var isQuery = false;
        for (var index = 0; index < address.Length; index++)
        {
            switch (address[index])
            {
                case '?' or '&' or '#' or ';':
                    name = index + 1;
                    isQuery = true;
                    break;
                case '/' when !isQuery:
                    name = index + 1;
                    break;
                case '=' when name >= 0:
                    var value = index + 1;
                    var parameter = address.Substring(name, index - name);
                    if ((isQuery || isAddress ? SecretNames.IsSecretInAddress(parameter) : SecretNames.IsSecret(parameter))
                        && EndOf(address, value, s_valueEnds) is var end && end > value)
                    {
                        masked.Append(address, copied, value - copied).Append(Secret.Asterisks);
                        copied = end;
                        index = end - 1;
                    }

                    name = -1;
                    break;
            }
        }

        return masked.Append(address, copied, address.Length - copied).ToString();
    }

    private static int EndOf(string address, int begin, char[] ends) =>
        address.IndexOfAny(ends, begin) is >= 0 and var end ? end : address.Length;
}
