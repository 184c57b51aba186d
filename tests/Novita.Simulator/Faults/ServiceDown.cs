using System.Buffers;

namespace Novita.Simulator.Faults;

/// <summary>What a gateway answers while the service behind it is down: no JSON.</summary>
internal sealed class ServiceDown : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.ContentType = "text/html";
        response.BodyWriter.Write("<html><body><h1>503 Service Temporarily Unavailable</h1></body></html>"u8);
        return Task.CompletedTask;
    }
}
