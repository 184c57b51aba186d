using System.Buffers;
using System.Text;

namespace Novita.Simulator.Lists;

/// <summary>A list response: the bytes of its rows, copied one after the other.</summary>
internal sealed class ListPage : IResult
{
    private readonly ReadOnlyMemory<byte>[] _rows;
    private readonly byte[] _start;
    private readonly byte[] _end;

    public ListPage(ListOptions options, ReadOnlyMemory<byte>[] rows, int total)
    {
        var (open, close) = rows.Length == 0 && options.NullWhenEmpty ? ("null", "") : ("[", "]");
        _rows = rows;
        _start = Encoding.UTF8.GetBytes(options.Member is null ? open : $"{{\"{options.Member}\":{open}");
        _end = Encoding.UTF8.GetBytes((options.Member, options.Total) switch
        {
            (null, _) => close,
            (_, TotalForm.Number) => $"{close},\"total\":{total}}}",
            (_, TotalForm.Text) => $"{close},\"total\":\"{total}\"}}",
            _ => close + "}",
        });
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = "application/json";
        response.ContentLength = _start.Length + _end.Length + Math.Max(_rows.Length - 1, 0) + _rows.Sum(row => (long)row.Length);

        var body = response.BodyWriter;
        body.Write(_start);

        for (var i = 0; i < _rows.Length; i++)
        {
            if (i > 0)
            {
                body.Write(","u8);
            }

            body.Write(_rows[i].Span);
        }

        body.Write(_end);

        // Not flushed here: the server does it after the request is on record, so a client never sees a response before the log does.
        return Task.CompletedTask;
    }
}
