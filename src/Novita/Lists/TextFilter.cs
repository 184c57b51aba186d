using System.Management.Automation;

namespace Novita.Lists;

/// <summary>A filter on a text. The service decides, or the module does.</summary>
/// <remarks>
/// Plain text is the service's fuzzy search, one request for each text. The module compares wildcards and exact texts with the whole list,
/// because the service does not document what its search finds.
/// </remarks>
/// <param name="Query">The text to send to the service; null to ask for everything.</param>
/// <param name="Predicate">Returns whether a text matches; null if the service decides.</param>
internal readonly record struct TextFilter(string? Query, Func<string?, bool>? Predicate)
{
    /// <summary>Returns the filters of a parameter that the service can search by. Each filter is one request.</summary>
    /// <param name="values">What the user gave; null for no filter.</param>
    /// <param name="exact">Whether each value is a whole text and not a wildcard. Case is ignored.</param>
    public static IReadOnlyList<TextFilter> Search(string[]? values, bool exact = false)
    {
        if (values is null)
        {
            return [default];
        }

        var asked = values.Where(value => !exact && !WildcardPattern.ContainsWildcardCharacters(value)).ToList();
        var decided = values.Except(asked).ToArray();
        var filters = asked.Distinct(StringComparer.Ordinal).Select(value => new TextFilter(WildcardPattern.Unescape(value), null));
        return decided.Length == 0 ? [.. filters] : [new TextFilter(null, Test(decided, exact)), .. filters];
    }

    /// <summary>
    /// Returns the filter of a parameter with a fixed set of values. The service filters by one value. Several values are compared here, so
    /// that a row that changes from one value to another while the list is read is not lost.
    /// </summary>
    /// <param name="values">What the user gave; null for no filter.</param>
    /// <param name="known">The documented values, in the spelling of the service.</param>
    public static TextFilter OneOf(string[]? values, KnownValues known) => values switch
    {
        null => default,
        [var only] when !WildcardPattern.ContainsWildcardCharacters(only) => new TextFilter(known.Normalize(only), null),
        _ => new TextFilter(null, Test(values)),
    };

    /// <summary>Returns a filter that the service does not support: whole texts, ignoring case, or wildcards.</summary>
    public static TextFilter Whole(string[]? values) => values is null ? default : new TextFilter(null, Test(values));

    /// <summary>Returns a filter of whole ids. Case matters, and wildcards are not supported.</summary>
    public static TextFilter Ids(string[]? values) =>
        values is null ? default : new TextFilter(null, id => values.Contains(id, StringComparer.Ordinal));

    /// <summary>Returns the values without wildcards. Each of these values must be found.</summary>
    public static IEnumerable<string> WholeTexts(string[]? values) =>
        values?.Where(value => !WildcardPattern.ContainsWildcardCharacters(value)).Select(WildcardPattern.Unescape) ?? [];

    /// <summary>Returns a test that a text passes if one of the values matches. If the values are null, every text passes.</summary>
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
