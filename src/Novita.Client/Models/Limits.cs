using System.Globalization;
using System.Text.RegularExpressions;
using Novita.Client.Text;

namespace Novita;

/// <summary>
/// Checks what is sent against the contract's limits, before any request. A broken limit is an error that names the value and what is
/// allowed.
/// </summary>
internal static class Limits
{
    private const int MaxId = 255;

    // How a volume and a resource with a name show themselves: "network 100 GB /data", "train-1 (3560b7fec915bbf9)".
    private static readonly Regex s_display = new(@"^(network|local)(\s.*)?\s(GB|/)|\s\([^\s()]+\)$", RegexOptions.IgnoreCase);

    /// <summary>Checks a text's length in characters. Null counts as empty.</summary>
    /// <exception cref="NovitaException">The text is too short or too long (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static void Length(string field, string? text, int min, int max)
    {
        var length = text?.Length ?? 0;
        if (length < min)
        {
            throw Invalid($"{field} is missing. It is needed, with up to {max} characters.");
        }

        if (length > max)
        {
            throw Invalid($"{field} has {length} characters, but may have {max} at most.");
        }
    }

    /// <summary>Checks that a text can be an id. Null passes.</summary>
    /// <param name="field">What the id is of, with its article, such as <c>The id of a network storage</c>.</param>
    /// <param name="text">The text, without white space around it.</param>
    /// <exception cref="NovitaException">
    /// The text is blank, too long or something else (<see cref="NovitaErrorKind.RequestInvalid"/>).
    /// </exception>
    public static void Id(string field, string? text)
    {
        if (text is null)
        {
            return;
        }

        if (FindProblem(text.Trim()) is { } problem)
        {
            throw Invalid($"{field} {problem}.");
        }
    }

    /// <summary>Whether a text can be an id.</summary>
    public static bool IsId(string text) => FindProblem(text.Trim()) is null;

    /// <summary>Checks a number's range. Null passes.</summary>
    /// <exception cref="NovitaException">The number is out of range (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static void Range(string field, int? number, int min, int max)
    {
        if (number < min || number > max)
        {
            throw Invalid(max == int.MaxValue ? $"{field} is {number}, but must be {min} or more."
                : $"{field} is {number}, but must be from {min} to {max}.");
        }
    }

    /// <summary>Checks how many of something one resource gets.</summary>
    /// <param name="items">What is counted, in the plural.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="max">How many are allowed.</param>
    /// <param name="owner">What has them, with its article.</param>
    /// <exception cref="NovitaException">There are too many (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static void Count(string items, int count, int max, string owner = "an instance")
    {
        if (count > max)
        {
            throw Invalid(string.Format(CultureInfo.InvariantCulture, "{0} {1} were given, but {3} may have {2} at most.", count, items,
                max, owner));
        }
    }

    /// <summary>Makes the error of a request that is refused before it is sent.</summary>
    public static NovitaException Invalid(string problem) => new(NovitaErrorKind.RequestInvalid, problem);

    /// <summary>Says why a text cannot be an id; null where it can.</summary>
    private static string? FindProblem(string text) =>
        // Of JSON nothing is quoted: it may be an object with the values of environment variables.
        text switch
        {
            "" => $"is missing. It is needed, with up to {MaxId} characters",
            { Length: > MaxId } => $"has {text.Length} characters, but may have {MaxId} at most",
            ['{' or '[', ..] => "is JSON. ConvertFrom-Json makes objects of it that can be given instead",
            ['@', '{', ..] => "is the text of an object. Give the object itself, or its Id",
            _ when s_display.IsMatch(text) => $"is '{VisibleText.Quote(text)}', which is the text of an object. Give the object "
                + $"itself, or its Id",
            _ when text.Any(char.IsControl) => $"is '{VisibleText.Quote(text)}', which has a line break or a control character in it",
            _ => null,
        };
}
