using System.Text.Json;
using Novita.Simulator.Lists;

namespace Novita.Simulator.Api;

/// <summary>The calls below one root of the API. Areas add theirs; the key, the exact path and error bodies are the same for all.</summary>
internal sealed class RouteTable
{
    private readonly IEndpointRouteBuilder _routes;
    private readonly RouteGroupBuilder _group;

    private RouteTable(IEndpointRouteBuilder routes, RouteGroupBuilder group, RouteTable? account = null)
    {
        _routes = routes;
        _group = group;
        Account = account ?? this;
    }

    /// <summary>The calls of balance, bills and metrics, which have a root of their own.</summary>
    public RouteTable Account { get; }

    /// <summary>A table below the root of the GPU cloud; a call that no area adds is answered 404.</summary>
    public static RouteTable Create(IEndpointRouteBuilder routes, string prefix, string apiKey)
    {
        var admission = new Admission(apiKey);
        RouteGroupBuilder Group(string root) => routes.MapGroup(prefix + root).AddEndpointFilter(admission);

        // The usual fallback pattern leaves out paths that look like a file's.
        routes.MapFallback("{*path}", () => ApiError.NoSuchPath);
        return new(routes, Group("/gpu-instance/openapi/v1"), new(routes, Group("/openapi/v1")));
    }

    /// <summary>Adds a list.</summary>
    /// <param name="path">Below the root.</param>
    /// <param name="options">How the list pages.</param>
    /// <param name="rows">All rows that the filters of a request find.</param>
    /// <param name="json">A row as it is sent.</param>
    public void List<T>(string path, ListOptions options, Func<Query, ReadOnlyMemory<T>> rows, Func<T, ReadOnlyMemory<byte>> json) =>
        Get(path, query =>
        {
            var parameter = options.PageParameter;
            var (size, page) = parameter is null ? (null, null) : (query.Number("pageSize"), query.Number(parameter));
            var all = rows(query);
            return options.RowsOf(page, size, all.Length) is { } range
                ? new ListPage(options, Array.ConvertAll(all[range].ToArray(), row => json(row)), all.Length)
                : ApiError.InvalidParameter(parameter!, "value must be greater than or equal to 1");
        });

    /// <summary>Adds a list of an area's rows.</summary>
    public void List<T>(string path, ListOptions options, SimulatedRows<T> rows, Func<Query, Func<T, bool>>? filter = null)
        where T : SimulatedRow =>
        List<T>(path, options, query => rows.Snapshot().Where(filter?.Invoke(query) ?? (_ => true)).ToArray(), row => row.ToJson());

    /// <summary>Adds a call without a body.</summary>
    public void Get(string path, Func<Query, IResult> handle) =>
        _group.MapGet(path, context => AnswerAsync(context, () => handle(new(context.Request))));

    /// <summary>Adds a call whose body is a JSON object.</summary>
    public void Post(string path, Func<Members, IResult> handle) => _group.MapPost(path, context => AnswerAsync(context, () =>
    {
        if (!context.Request.HasJsonContentType())
        {
            throw new Refusal(ApiError.InvalidParameter("Content-Type", "value must be application/json"));
        }

        using var document = Parse(context.Request.Body);
        return handle(Members.Of(document.RootElement));
    }));

    /// <summary>Adds a call below no root, which needs no key.</summary>
    public void Open(string path, RequestDelegate handle) => _routes.MapGet(path, handle);

    private static Task AnswerAsync(HttpContext context, Func<IResult> handle)
    {
        IResult result;

        try
        {
            result = handle();
        }
        catch (Refusal refusal)
        {
            result = refusal.Error;
        }

        return result.ExecuteAsync(context);
    }

    private static JsonDocument Parse(Stream body)
    {
        try
        {
            // In memory since it was put on record.
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            throw new Refusal(ApiError.InvalidParameter("body", "it is not JSON"));
        }
    }
}
