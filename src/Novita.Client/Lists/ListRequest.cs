using System.Globalization;
using Novita.Client.Http;
using Novita.Client.Json;
using Novita.Client.Text;

namespace Novita.Client.Lists;

/// <summary>
/// A list to read: the endpoint, the page style, the table of a row, the filters of the service, and a filter of the client. Immutable.
/// </summary>
/// <typeparam name="T">A row.</typeparam>
public sealed record ListRequest<T>
    where T : Resource
{
    private readonly string _member;
    private readonly Shape<ListResponse<T>> _response;

    /// <summary>Describes a list endpoint.</summary>
    /// <param name="path">The list's path below the endpoint.</param>
    /// <param name="style">The page style.</param>
    /// <param name="row">The table of a row.</param>
    /// <param name="members">The name of the response's member for the rows; several names where the service varies.</param>
    internal ListRequest(string path, PageStyle style, Shape<T> row, params string[] members)
    {
        Path = path;
        Style = style;
        _member = members[0];
        _response = ListResponse<T>.ShapeOf(row, members);
    }

    /// <summary>The path below the endpoint, without a query. Page numbering is learnt for each path.</summary>
    public string Path { get; }

    /// <summary>The page style.</summary>
    public PageStyle Style { get; }

    /// <summary>The filter of the client; null for all rows.</summary>
    public Func<T, bool>? Test { get; internal init; }

    /// <summary>The filters of the service, in the order in which they were added.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Filters { get; private init; } = [];

    /// <summary>Whether one response has all rows: the list has no pages and no filter of the service.</summary>
    internal bool IsWholeList => Style == PageStyle.Whole && Filters.Count == 0;

    /// <summary>The table of a row where the response may also be a bare list or a bare row; null where it may not.</summary>
    internal Shape<T>? BareRow { get; init; }

    /// <summary>Adds a filter of the service; null and an empty text add nothing.</summary>
    /// <param name="name">The query parameter.</param>
    /// <param name="value">The parameter's value.</param>
    public ListRequest<T> Add(string name, string? value) =>
        string.IsNullOrEmpty(value) ? this : this with { Filters = [.. Filters, new(name, value!)] };

    /// <summary>Adds a whole number; null adds nothing.</summary>
    public ListRequest<T> Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a boolean; null adds nothing.</summary>
    public ListRequest<T> Add(string name, bool? value) => Add(name, value is { } given ? given ? "true" : "false" : null);

    /// <summary>Adds a time, as seconds since 1970; null adds nothing.</summary>
    public ListRequest<T> Add(string name, DateTime? value) =>
        Add(name, value is { } time ? new DateTimeOffset(time).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) : null);

    /// <summary>Adds a filter of the client; null adds nothing.</summary>
    public ListRequest<T> Where(Func<T, bool>? test) =>
        test is null ? this : this with { Test = Test is { } other ? row => other(row) && test(row) : test };

    /// <summary>Returns the request as words of a sentence: <c>instances with name 'train' and status 'exited'</c>.</summary>
    public override string ToString() => AddFilters(Noun<T>.Plural);

    /// <summary>Returns a number of rows as words of a sentence: <c>1 instance with status 'exited'</c>.</summary>
    internal string Describe(int count) => AddFilters(Noun<T>.Count(count));

    private string AddFilters(string noun)
    {
        var filters = string.Join(" and ", Filters.Select(filter => $"{Words(filter.Key)} '{VisibleText.Quote(filter.Value)}'"));
        return filters.Length == 0 ? noun : $"{noun} with {filters}";
    }

    /// <summary>Returns the path and query of a page.</summary>
    internal string PathOf(int number, int size)
    {
        var path = new PathBuilder(Path);
        if (Style != PageStyle.Whole)
        {
            path.Add("pageSize", size).Add(NumberName, number);
        }

        foreach (var filter in Filters)
        {
            path.Add(filter.Key, filter.Value);
        }

        return path.ToString();
    }

    /// <summary>Reads a response. A list without pages is one page, whose total is the number of its ids.</summary>
    /// <exception cref="NovitaException">The response is not such a list (<see cref="NovitaErrorKind.ResponseInvalid"/>).</exception>
    internal Page<T> Read(ReadOnlySpan<byte> body)
    {
        var page = ListResponse<T>.Read(body, _response, _member, BareRow);
        return Style == PageStyle.Whole ? Page<T>.OfWhole(page.Rows) : page;
    }

    private string NumberName => Style switch
    {
        PageStyle.PageNo => "pageNo",
        PageStyle.Page => "page",
        _ => "pageNum",
    };

    private static string Words(string name) =>
        string.Concat(name.Select(character => char.IsUpper(character) ? $" {char.ToLowerInvariant(character)}" : $"{character}"));
}
