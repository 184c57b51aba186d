using Microsoft.AspNetCore.Http.Features;

namespace Novita.Simulator.Hosting;

/// <summary>The middleware that puts every request on record.</summary>
internal sealed class Recorder
{
    private readonly RequestLog _log;
    private readonly TimeProvider _time;

    public Recorder(RequestLog log, TimeProvider time)
    {
        _log = log;
        _time = time;
    }

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var request = new RecordedRequest(context.Request, _time.GetUtcNow());
        var watch = new AbortWatch(context.Features.GetRequiredFeature<IHttpRequestLifetimeFeature>());
        int? status = StatusCodes.Status500InternalServerError;
        context.Features.Set<IHttpRequestLifetimeFeature>(watch);
        _log.Begin(request);

        try
        {
            await next(context);
            status = context.Response.StatusCode;
        }
        finally
        {
            var unanswered = watch.Aborted && !context.Response.HasStarted;
            _log.End(request, unanswered ? null : status);
        }
    }
}
