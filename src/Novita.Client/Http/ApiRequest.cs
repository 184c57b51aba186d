using System.Net.Http.Headers;
using Novita.Client.Json;

namespace Novita.Client.Http;

/// <summary>A request to the service: a GET without a body, or a POST with a body.</summary>
internal sealed class ApiRequest
{
    private readonly RequestBody? _body;

    public ApiRequest(Uri uri, RequestBody? body = null)
    {
        Uri = uri;
        _body = body;
    }

    /// <summary>The whole address, which holds no secret.</summary>
    public Uri Uri { get; }

    /// <summary>Whether the request changes something: sent twice, it may change something twice.</summary>
    public bool IsChange => _body is not null;

    /// <summary>The number of times that the request was sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>The time of the last attempt, by the clock's uptime.</summary>
    public TimeSpan SentAt { get; private set; }

    /// <summary>Whether the request was sent and no response shows whether the service acted on it.</summary>
    public bool IsOpen { get; set; }

    public HttpMethod Method => IsChange ? HttpMethod.Post : HttpMethod.Get;

    /// <summary>Notes an attempt.</summary>
    public void MarkSent(TimeSpan uptime)
    {
        Attempts++;
        SentAt = uptime;
        IsOpen = true;
    }

    /// <summary>Creates a message. A message can be sent once only, so each attempt needs a new one.</summary>
    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Uri);
        if (_body is not null)
        {
            message.Content = new ByteArrayContent(_body.ToArray());
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        return message;
    }

    /// <summary>Masks the secrets of the body in a text of a response: the service may quote the request.</summary>
    public string Mask(string text) => _body?.Mask(text) ?? text;
}
