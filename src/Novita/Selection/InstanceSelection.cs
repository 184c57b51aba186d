using System.Management.Automation;
using Novita.Client;

namespace Novita.Selection;

/// <summary>Turns the filters of a cmdlet into queries: what the service decides, and what is decided here.</summary>
/// <remarks>
/// Plain text is the service's fuzzy search, one query a text. A wildcard or an exact text is decided here over the whole list,
/// because nobody says what "fuzzy" finds. Several statuses are one query decided here, so that an instance that moves from
/// one of them to another meanwhile is not lost.
/// </remarks>
internal static class InstanceSelection
{
    /// <summary>Makes the queries; each filter may be null.</summary>
    public static IReadOnlyList<FilteredQuery> Create(string[]? names, string[]? productNames, string[]? statuses, bool exact)
    {
        var status = StatusFilter(statuses);
        var queries =
            from name in TextFilters(names, exact)
            from product in TextFilters(productNames, exact)
            select new FilteredQuery(
                new InstanceQuery { Name = name.Asked, ProductName = product.Asked, Status = status.Asked },
                All(
                    name.Decide is { } isName ? instance => isName(instance.Name) : null,
                    product.Decide is { } isProduct ? instance => isProduct(instance.ProductName) : null,
                    status.Decide is { } isStatus ? instance => isStatus(instance.Status) : null));
        return queries.ToList();
    }

    /// <summary>Makes a test for a status, which may be a wildcard; null passes everything.</summary>
    public static Func<string?, bool> StatusTest(string[]? statuses)
    {
        var tests = statuses?.Select(value => Decide(value, exact: false)).ToList();
        return status => tests is null || tests.Any(test => test(status));
    }

    private static IEnumerable<TextFilter> TextFilters(string[]? values, bool exact)
    {
        if (values is null)
        {
            return [default];
        }

        var asked = values.Where(value => !exact && !WildcardPattern.ContainsWildcardCharacters(value)).ToList();
        var decided = values.Except(asked).Select(value => Decide(value, exact)).ToList();
        var filters = asked.Distinct(StringComparer.Ordinal).Select(value => new TextFilter(WildcardPattern.Unescape(value), null));
        return decided.Count == 0 ? filters : filters.Prepend(new TextFilter(null, text => decided.Any(decide => decide(text))));
    }

    private static TextFilter StatusFilter(string[]? values)
    {
        switch (values)
        {
            case null:
                return default;
            case [var only] when !WildcardPattern.ContainsWildcardCharacters(only):
                return new TextFilter(InstanceStatus.Normalize(only), null);
            default:
                return new TextFilter(null, StatusTest(values));
        }
    }

    private static Func<string?, bool> Decide(string value, bool exact)
    {
        if (exact)
        {
            return text => string.Equals(text, value, StringComparison.OrdinalIgnoreCase);
        }

        var pattern = Wildcard.Parse(value);
        return text => pattern.IsMatch(text ?? "");
    }

    private static Func<Instance, bool>? All(params Func<Instance, bool>?[] filters)
    {
        var given = filters.OfType<Func<Instance, bool>>().ToArray();
        return given.Length == 0 ? null : instance => Array.TrueForAll(given, filter => filter(instance));
    }

    /// <summary>One text filter: what to ask the service for, or how to decide here.</summary>
    private readonly record struct TextFilter(string? Asked, Func<string?, bool>? Decide);
}
