using System.Net.Http.Headers;
using Novita.Client.Http;

namespace Novita.Client.Logs;

/// <summary>One connection to the host of a log. The API key is not sent, and redirects are not followed.</summary>
internal sealed class LogStream : IDisposable
{
    private readonly HttpClient _http;
    private readonly byte[] _buffer = new byte[16 * 1024];
    private HttpResponseMessage? _response;
    private Stream? _body;
    private LogLines? _lines;

    private LogStream(HttpClient http) => _http = http;

    /// <summary>Opens a connection.</summary>
    /// <exception cref="NovitaException">The host refused the request.</exception>
    public static async Task<LogStream> OpenAsync(Uri address, NovitaClientOptions options, CancellationToken cancellationToken)
    {
        var handler = options.CreateLogHandler?.Invoke() ?? NetworkHandler.CreateForOtherHost(options, address);
        var stream = new LogStream(new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan });
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.TryAddWithoutValidation("User-Agent", options.UserAgent);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/plain"));
            var sending = stream._http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            var response = stream._response = await sending.ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                throw Refusal(address, (int)response.StatusCode);
            }

            stream._lines = new LogLines(response.Content.Headers.ContentType?.MediaType == "text/event-stream");
            stream._body = await response.Content.ReadAsStreamAsync().ConfigureAwait(false);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Returns the next lines, which may be an empty list; null at the end.</summary>
    public async Task<IReadOnlyList<string>?> ReadAsync(CancellationToken cancellationToken)
    {
        if (_body is null)
        {
            return null;
        }

        // On .NET Framework a read of the body ignores the token, so the cancellation disposes the response.
        using var registration = cancellationToken.Register(_response!.Dispose);
        var read = await _body.ReadAsync(_buffer, 0, _buffer.Length, cancellationToken).ConfigureAwait(false);
        if (read > 0)
        {
            return _lines!.Add(_buffer, read);
        }

        _body = null;
        return _lines!.End();
    }

    public void Dispose()
    {
        _response?.Dispose();
        _http.Dispose();
    }

    private static NovitaException Refusal(Uri address, int status)
    {
        var (kind, problem) = status switch
        {
            401 or 403 => (NovitaErrorKind.AccessDenied, "refused the address of the log"),
            404 or 410 => (NovitaErrorKind.NotFound, "has no such log"),
            429 => (NovitaErrorKind.RateLimited, "takes no more requests for now"),
            >= 500 => (NovitaErrorKind.ServiceUnavailable, "failed"),
            >= 300 and < 400 => (NovitaErrorKind.ResponseInvalid, "answered with a redirect, which is not followed"),
            _ => (NovitaErrorKind.RequestInvalid, "refused the request"),
        };
        return new NovitaException(kind, $"The log's host {LogAddress.Host(address)} {problem} (HTTP {status}).") { StatusCode = status };
    }
}
