using System.Text;
using Microsoft.AspNetCore.Http.Features;

namespace Novita.Simulator.Hosting;

/// <summary>The middleware that puts every request on record.</summary>
internal sealed class Recorder
{
    private const int LongestBody = 64 * 1024;

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
            if (!HttpMethods.IsGet(request.Method))
            {
                request.Body = await TakeBodyAsync(context);
            }

            await next(context);
            status = context.Response.StatusCode;
        }
        finally
        {
            var unanswered = watch.Aborted && !context.Response.HasStarted;
            _log.End(request, unanswered ? null : status);
        }
    }

    /// <summary>Reads the body, and leaves it in memory for whoever comes after; its size the server limits.</summary>
    private static async Task<string> TakeBodyAsync(HttpContext context)
    {
        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        body.Position = 0;
        context.Request.Body = body;
        return Encoding.UTF8.GetString(body.GetBuffer(), 0, (int)Math.Min(body.Length, LongestBody));
    }
}
