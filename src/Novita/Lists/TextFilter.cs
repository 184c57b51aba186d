using System.Management.Automation;

namespace Novita.Lists;

/// <summary>One filter on a text: what the service is asked for, or how the client decides.</summary>
/// <remarks>
/// Plain text is the service's fuzzy search, one request a text. A wildcard or an exact text is decided by the client over the
/// whole list, because the service does not document what "fuzzy" finds.
/// </remarks>
/// <param name="Asked">The text for the service; null to ask for everything.</param>
/// <param name="Decide">Decides whether a text matches; null where the service decides.</param>
internal readonly record struct TextFilter(string? Asked, Func<string?, bool>? Decide)
{
    /// <summary>Makes the filters of a parameter that the service can search by; one request each.</summary>
    /// <param name="values">What the user gave; null for no filter.</param>
    /// <param name="exact">Whether each value is the whole text, ignoring case, and never a wildcard.</param>
    public static IReadOnlyList<TextFilter> Search(string[]? values, bool exact = false)
    {
        if (values is null)
        {
            return [default];
        }

        var asked = values.Where(value => !exact && !WildcardPattern.ContainsWildcardCharacters(value)).ToList();
        var decided = values.Except(asked).ToArray();
        var filters = asked.Distinct(StringComparer.Ordinal).Select(value => new TextFilter(WildcardPattern.Unescape(value), null));
        return [.. decided.Length == 0 ? [] : new[] { new TextFilter(null, Test(decided, exact)) }, .. filters];
    }

    /// <summary>
    /// Makes the filter of a fixed set of values. One plain value is asked for; several are decided here, so that a row that moves
    /// between two of them is not lost.
    /// </summary>
    /// <param name="values">What the user gave; null for no filter.</param>
    /// <param name="known">The documented values, for the service's spelling.</param>
    public static TextFilter OneOf(string[]? values, KnownValues known) => values switch
    {
        null => default,
        [var only] when !WildcardPattern.ContainsWildcardCharacters(only) => new TextFilter(known.Normalize(only), null),
        _ => new TextFilter(null, Test(values)),
    };

    /// <summary>Makes the filter of a text that the service cannot search by: whole texts, ignoring case, or wildcards.</summary>
    public static TextFilter Whole(string[]? values) => values is null ? default : new TextFilter(null, Test(values));

    /// <summary>Makes the filter of ids: each is the whole id, as the service spells it, and never a wildcard.</summary>
    public static TextFilter Ids(string[]? values) =>
        values is null ? default : new TextFilter(null, id => values.Contains(id, StringComparer.Ordinal));

    /// <summary>Returns those values that are whole texts, so that each of them must be found.</summary>
    public static IEnumerable<string> WholeTexts(string[]? values) =>
        values?.Where(value => !WildcardPattern.ContainsWildcardCharacters(value)).Select(WildcardPattern.Unescape) ?? [];

    /// <summary>
    /// Makes a test for a text that must match one of several values: wildcards, or whole texts, ignoring case. Null values match
    /// everything.
    /// </summary>
    public static Func<string?, bool> Test(string[]? values, bool exact = false)
    {
        var tests = values?.Select(value => Test(value, exact)).ToArray();
        return text => tests is null || Array.Exists(tests, test => test(text));
    }

    private static Func<string?, bool> Test(string value, bool exact)
    {
        if (exact)
        {
            return text => string.Equals(text, value, StringComparison.OrdinalIgnoreCase);
        }

        var pattern = Wildcard.Parse(value);
        return text => pattern.IsMatch(text ?? "");
    }
}
