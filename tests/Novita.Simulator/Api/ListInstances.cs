namespace Novita.Simulator.Api;

/// <summary><c>GET /gpu/instances</c>.</summary>
internal sealed class ListInstances
{
    private const int DefaultPageSize = 10;

    private readonly Fleet _fleet;
    private readonly SimulatorOptions _options;

    public ListInstances(Fleet fleet, SimulatorOptions options)
    {
        _fleet = fleet;
        _options = options;
    }

    public IResult Handle(HttpContext context)
    {
        if (ListQuery.Read(context.Request.QueryString.Value, out var error) is not { } query)
        {
            return error!;
        }

        var asked = query.PageSize ?? DefaultPageSize;
        var page = (query.PageNum ?? _options.PageBase) - _options.PageBase;

        if (page < 0 && _options.PageZero is PageZero.Error)
        {
            return ApiError.InvalidParameter("pageNum", "value must be greater than or equal to 1");
        }

        if (page < 0 && _options.PageZero is PageZero.Empty)
        {
            asked = 0;
        }

        var size = Math.Min(asked, _options.MaxPageSize ?? int.MaxValue);
        var step = _options.CapStep is CapStep.ByCap ? size : asked;
        var matches = _fleet.View.Match(query.Filter);
        var start = Math.Min((long)Math.Max(page, 0) * step, matches.Length);
        var length = Math.Min(size, matches.Length - (int)start);

        return new InstancePage(matches.AsMemory().Slice((int)start, length), matches.Length, _options.Total);
    }
}
