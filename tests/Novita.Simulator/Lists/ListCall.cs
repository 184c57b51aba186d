using Novita.Simulator.Api;

namespace Novita.Simulator.Lists;

/// <summary>A list call: filters, then pages.</summary>
internal sealed class ListCall<T>
{
    private readonly ListOptions _options;
    private readonly Func<Query, ReadOnlyMemory<T>> _rows;
    private readonly Func<T, ReadOnlyMemory<byte>> _json;

    public ListCall(ListOptions options, Func<Query, ReadOnlyMemory<T>> rows, Func<T, ReadOnlyMemory<byte>> json)
    {
        _options = options;
        _rows = rows;
        _json = json;
    }

    public IResult Handle(Query query)
    {
        var parameter = _options.PageParameter;
        var size = parameter is null ? null : query.Number("pageSize");
        var page = parameter is null ? null : query.Number(parameter);
        var rows = _rows(query);

        return _options.RowsOf(page, size, rows.Length) is { } range
            ? new ListPage(_options, Array.ConvertAll(rows[range].ToArray(), row => _json(row)), rows.Length)
            : ApiError.InvalidParameter(parameter!, "value must be greater than or equal to 1");
    }
}
