using System.Net.Http.Headers;
using Novita.Client.Json;

namespace Novita.Client.Http;

/// <summary>What to send: a question without a body, or a change with one.</summary>
internal sealed class ApiRequest
{
    private readonly RequestBody? _body;

    public ApiRequest(Uri uri, RequestBody? body = null)
    {
        Uri = uri;
        _body = body;
    }

    /// <summary>The whole address. It holds no secret.</summary>
    public Uri Uri { get; }

    /// <summary>Whether it changes something, so that sending it twice may change it twice.</summary>
    public bool IsChange => _body is not null;

    /// <summary>How often it was sent.</summary>
    public int Attempts { get; private set; }

    /// <summary>When it was sent last, by the clock's uptime.</summary>
    public TimeSpan SentAt { get; private set; }

    /// <summary>Whether it was sent and no response has decided yet whether the service acted on it.</summary>
    public bool IsOpen { get; set; }

    public HttpMethod Method => IsChange ? HttpMethod.Post : HttpMethod.Get;

    /// <summary>Notes that it is sent now.</summary>
    public void MarkSent(TimeSpan uptime)
    {
        Attempts++;
        SentAt = uptime;
        IsOpen = true;
    }

    /// <summary>Makes the message; each try needs one of its own.</summary>
    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Uri);
        if (_body is not null)
        {
            message.Content =
                new ByteArrayContent(_body.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        return message;
    }

    /// <summary>Masks what was sent in confidence in a text of the service's, which may quote it.</summary>
    public string Redact(string text) =>
        _body?.Redact(text) ?? text;
}
