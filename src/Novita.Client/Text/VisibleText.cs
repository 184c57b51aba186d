using System.Globalization;
using System.Text;

namespace Novita.Client.Text;

/// <summary>
/// Makes text from outside safe to print: control and invisible characters are escaped in PowerShell's form, <c>`u{1b}</c>.
/// </summary>
internal static class VisibleText
{
    /// <summary>Returns <paramref name="text"/> with every control, direction and zero-width character escaped.</summary>
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
    /// Returns <paramref name="text"/>, cut with an ellipsis to at most <paramref name="length"/> characters.
    /// </summary>
    public static string Shorten(string text, int length) =>
        text.Length <= length ? text : text.Substring(0, length - 1) + "…";

    /// <summary>Returns the first 60 characters of a value, for a message.</summary>
    public static string Quote(string text) => Shorten(text, 60);

    /// <summary>Whether <see cref="Of"/> escapes a character.</summary>
    public static bool IsInvisible(string text, int index)
    {
        var character = text[index];
        return character < ' ' || (character > '~' && char.GetUnicodeCategory(character) switch
        {
            UnicodeCategory.Format when character is '\u200C' or '\u200D' => !IsJoined(text, index),
            UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator =>
                true,

            // An unpaired surrogate is no character. The tag characters, which are invisible, all have the high surrogate DB40.
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
    /// Whether a joiner is between two visible characters outside ASCII, as in Persian, Hindi and emoji.
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
