using System.Globalization;
using System.Text;

namespace Novita.Client.Text;

/// <summary>
/// Makes other people's text safe to print: what a terminal would obey, or would not show, is written out as PowerShell writes it,
/// <c>`u{1b}</c>.
/// </summary>
internal static class VisibleText
{
    /// <summary>Gives <paramref name="text"/> with every control, direction and zero-width character written out.</summary>
    public static string Of(string text)
    {
        var first = FirstInvisible(text);
        if (first < 0)
        {
            return text;
        }

        var result = new StringBuilder(text, 0, first, text.Length + 16);
        for (var index = first; index < text.Length; index++)
        {
            if (IsInvisible(text, index))
            {
                result.Append("`u{").Append(((int)text[index]).ToString("x", CultureInfo.InvariantCulture)).Append('}');
            }
            else
            {
                result.Append(text[index]);
            }
        }

        return result.ToString();
    }

    /// <summary>
    /// Gives <paramref name="text"/>, or its beginning and an ellipsis where it is longer than <paramref name="length"/>.
    /// </summary>
    public static string Shorten(string text, int length) =>
        text.Length <= length ? text : text.Substring(0, length - 1) + "…";

    /// <summary>Gives the beginning of a value that is wrong, for a message that quotes it.</summary>
    public static string Quote(string text) => Shorten(text, 60);

    /// <summary>Tells whether <see cref="Of"/> writes a character out.</summary>
    public static bool IsInvisible(string text, int index)
    {
        var character = text[index];
        return character < ' ' || (character > '~' && char.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.Format when character is '\u200C' or '\u200D' => !IsJoined(text, index),
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator =>
                true,

            // Half of a pair is no character. (A pair that hides, such as the tag characters, has one high half.)
            UnicodeCategory.Surrogate => character == '\uDB40' || (index > 0 && text[index - 1] == '\uDB40') || !IsPaired(text, index),
            _ => false,
        });
    }

    private static int FirstInvisible(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (IsInvisible(text, index))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>
    /// Tells whether a joiner stands between two characters outside ASCII that are shown: Persian, Hindi and emoji are written with it.
    /// </summary>
    private static bool IsJoined(string text, int index) =>
        index > 0 && index + 1 < text.Length && IsShown(text, index - 1) && IsShown(text, index + 1);

    private static bool IsShown(string text, int index) =>
        text[index] > '~' && !char.IsWhiteSpace(text[index]) && char.GetUnicodeCategory(text[index]) != UnicodeCategory.Format
            && !IsInvisible(text, index);

    private static bool IsPaired(string text, int index) =>
        char.IsHighSurrogate(text[index])
            ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            : index > 0 && char.IsHighSurrogate(text[index - 1]);
}
