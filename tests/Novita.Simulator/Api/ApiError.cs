using System.Buffers;
using System.Text.Json;

namespace Novita.Simulator.Api;

/// <summary>An error reply in the service's shape.</summary>
internal sealed record ApiError(int Code, string Reason, string Message) : IResult
{
    public static ApiError Unauthorized { get; } = new(401, "UNAUTHORIZED", "the API key is missing or not valid");

    public static ApiError NoSuchPath { get; } = new(404, "API_NOT_FOUND", "there is no such API");

    public static ApiError InvalidParameter(string name, string rule) => new(400, "VALIDATOR_PARAM", $"invalid {name}: {rule}");

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { code = Code, reason = Reason, message = Message, metadata = new { } });

        var response = httpContext.Response;
        response.StatusCode = Code;
        response.ContentType = "application/json";
        response.ContentLength = body.Length;
        response.BodyWriter.Write(body);
        return Task.CompletedTask;
    }
}
