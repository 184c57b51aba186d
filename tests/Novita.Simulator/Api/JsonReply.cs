using System.Buffers;
using System.Text.Json;

namespace Novita.Simulator.Api;

/// <summary>A reply of JSON text.</summary>
internal sealed class JsonReply : IResult
{
    private readonly byte[] _body;
    private readonly int _status;

    public JsonReply(byte[] body, int status = StatusCodes.Status200OK)
    {
        _body = body;
        _status = status;
    }

    public static JsonReply Of<T>(T value, int status = StatusCodes.Status200OK) => new(JsonSerializer.SerializeToUtf8Bytes(value), status);

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = _status;
        response.ContentType = "application/json";
        response.ContentLength = _body.Length;

        // Not flushed here: the server does it after the request is on record, so a client never sees a reply before the log does.
        response.BodyWriter.Write(_body);
        return Task.CompletedTask;
    }
}
