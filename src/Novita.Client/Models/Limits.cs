using System.Text.RegularExpressions;
using Novita.Client.Text;

namespace Novita;

/// <summary>
/// Checks the values of a request against the contract's limits, before the request is sent. The error names the value and the limit.
/// </summary>
internal static class Limits
{
    private const int MaxId = 255;

    // The text of a volume or of a resource with a name: "network 100 GB /data", "train-1 (3560b7fec915bbf9)".
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
    /// <param name="field">The value's name for the message, such as <c>The id of a network storage</c>.</param>
    /// <param name="text">The text; white space at both ends does not count.</param>
    /// <exception cref="NovitaException">
    /// The text is blank, too long or not an id (<see cref="NovitaErrorKind.RequestInvalid"/>).
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
            var limit = max == int.MaxValue ? $"{min} or more" : $"from {min} to {max}";
            throw Invalid($"{field} is {number}, but must be {limit}.");
        }
    }

    /// <summary>Checks the number of items that an instance gets.</summary>
    /// <param name="items">The items' name for the message, in the plural.</param>
    /// <param name="count">The number of items.</param>
    /// <param name="max">The maximum number.</param>
    /// <exception cref="NovitaException">There are too many items (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public static void Count(string items, int count, int max)
    {
        if (count > max)
        {
            throw Invalid($"{count} {items} were given, but an instance may have {max} at most.");
        }
    }

    /// <summary>Creates the error for a request that is refused before it is sent.</summary>
    public static NovitaException Invalid(string problem) => new(NovitaErrorKind.RequestInvalid, problem);

    /// <summary>Returns why a text cannot be an id; null for a possible id.</summary>
    private static string? FindProblem(string text) =>
        // JSON is not quoted, because it may hold the values of environment variables.
        text switch
        {
            "" => $"is missing. It is needed, with up to {MaxId} characters",
            { Length: > MaxId } => $"has {text.Length} characters, but may have {MaxId} at most",
            ['{' or '[', ..] => "is JSON. ConvertFrom-Json makes objects of it that can be given instead",
            ['@', '{', ..] => "is the text of an object. Give the object itself, or its Id",
            _ when s_display.IsMatch(text) =>
                $"is '{VisibleText.Quote(text)}', which is the text of an object. Give the object itself, or its Id",
            _ when text.Any(char.IsControl) => $"is '{VisibleText.Quote(text)}', which has a line break or a control character in it",
            _ => null,
        };
}
