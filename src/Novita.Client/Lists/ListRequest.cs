using System.Globalization;
using Novita.Client.Http;
using Novita.Client.Json;
using Novita.Client.Text;

namespace Novita.Client.Lists;

/// <summary>
/// A list to read: the endpoint, how it pages, how its rows are read, the service's filters, and a test that is decided here. Immutable.
/// </summary>
/// <typeparam name="T">A row.</typeparam>
public sealed record ListRequest<T>
    where T : Resource
{
    private readonly string _member;
    private readonly Shape<ListResponse<T>> _response;

    /// <summary>Describes a list endpoint.</summary>
    /// <param name="path">Its path below the endpoint.</param>
    /// <param name="style">How it pages.</param>
    /// <param name="row">How a row is read.</param>
    /// <param name="members">The member of the response that holds the rows; several where the service varies.</param>
    internal ListRequest(string path, PageStyle style, Shape<T> row, params string[] members)
    {
        Path = path;
        Style = style;
        _member = members[0];
        _response = ListResponse<T>.ShapeOf(row, members);
    }

    /// <summary>The path below the endpoint, without a query. Page numbering is learnt for each path.</summary>
    public string Path { get; }

    /// <summary>How the endpoint pages.</summary>
    public PageStyle Style { get; }

    /// <summary>Decides here which rows count; null for all.</summary>
    public Func<T, bool>? Test { get; internal init; }

    /// <summary>The service's filters, in the order they were added.</summary>
    internal IReadOnlyList<KeyValuePair<string, string>> Filters { get; private init; } = [];

    /// <summary>Whether one response has every row there is: the list has no pages, and the service filters nothing.</summary>
    internal bool IsWholeList => Style == PageStyle.Whole && Filters.Count == 0;

    /// <summary>How a row is read where the response may also be the rows alone, or a single row; null where it may not.</summary>
    internal Shape<T>? BareRow { get; init; }

    /// <summary>Adds one of the service's filters; null and empty text add nothing.</summary>
    /// <param name="name">The query parameter.</param>
    /// <param name="value">Its value.</param>
    public ListRequest<T> Add(string name, string? value) =>
        string.IsNullOrEmpty(value) ? this : this with { Filters = [.. Filters, new(name, value!)] };

    /// <summary>Adds a whole number; null adds nothing.</summary>
    public ListRequest<T> Add(string name, int? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a boolean; null adds nothing.</summary>
    public ListRequest<T> Add(string name, bool? value) => Add(name, value is { } given ? given ? "true" : "false" : null);

    /// <summary>Adds a time, as seconds since 1970; null adds nothing.</summary>
    public ListRequest<T> Add(string name, DateTime? value) =>
        Add(name, value is { } time ? new DateTimeOffset(time).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) : null);

    /// <summary>Adds a test that is decided here; null adds nothing.</summary>
    public ListRequest<T> Where(Func<T, bool>? test) =>
        test is null ? this : this with { Test = Test is { } other ? row => other(row) && test(row) : test };

    /// <summary>What is asked for, for a sentence: <c>instances with name 'train' and status 'exited'</c>.</summary>
    public override string ToString() => AddFilters(Noun<T>.Plural);

    /// <summary>So many of what is asked for, for a sentence: <c>1 instance with status 'exited'</c>.</summary>
    internal string Describe(int count) => AddFilters(Noun<T>.Count(count));

    private string AddFilters(string noun)
    {
        var filters = string.Join(" and ", Filters.Select(filter => $"{Words(filter.Key)} '{VisibleText.Quote(filter.Value)}'"));
        return filters.Length == 0 ? noun : $"{noun} with {filters}";
    }

    /// <summary>Gives the path and query of a page.</summary>
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

    /// <summary>Reads a response. A list without pages is one page, whose total is its own number of ids.</summary>
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
