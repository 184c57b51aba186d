using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Novita.Client.Errors;
using Novita.Client.Json;
using Novita.Client.Text;

namespace Novita.Client.Http;

/// <summary>Sends requests with the key, a time-out and retries, limits their number, and throws one type of exception.</summary>
internal sealed class ApiTransport : IDisposable
{
    private readonly NovitaClientOptions _options;
    private readonly ApiKey _key;
    private readonly HttpClient _http;
    private readonly RequestGate _gate;
    private readonly RetryPolicy _retries;
    private readonly string _root;
    private readonly CancellationTokenSource _closing = new();
    private volatile bool _isKeyAccepted;

    public ApiTransport(NovitaClientOptions options, ApiKey key)
    {
        _options = options;
        _key = key;
        _root = options.Endpoint.AbsoluteUri.TrimEnd('/');
        _gate = new RequestGate(options.ThrottleLimit, options.Clock);
        _retries = new RetryPolicy(options.MaximumRetryCount, options.NextRandom);

        // The time-out of HttpClient would not cover the body, so each request has a timer.
        _http = new HttpClient(options.CreateHandler?.Invoke() ?? NetworkHandler.Create(options)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public ClientCounters Counters { get; } = new();

    /// <summary>Whether the latest response that depends on the key accepted the key.</summary>
    public bool IsKeyAccepted => _isKeyAccepted;

    /// <summary>Sends a GET, with retries, and reads the response.</summary>
    /// <param name="path">Path and query below the endpoint.</param>
    /// <param name="read">Reads the body; a <see cref="NovitaException"/> that it throws is not retried.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <param name="describe">Describes the result for an event, to which the time of the last attempt is added; null for no event.</param>
    /// <exception cref="NovitaException">The call failed for good.</exception>
    public async Task<T> GetAsync<T>(string path, ReadBody<T> read, CallContext call, Func<T, string>? describe = null)
    {
        var request = new ApiRequest(Address(path));
        var result = await SendUntilClosedAsync(request, read, call).ConfigureAwait(false);
        if (describe is not null)
        {
            call.Report(ClientEventKind.Step, $"{describe(result)} in {MillisecondsOf(request)} ms");
        }

        return result;
    }

    /// <summary>
    /// Sends a POST and reads the response. A POST is retried only where the service cannot have acted on it: after a 429, or without a
    /// connection.
    /// </summary>
    /// <param name="path">The path below the endpoint.</param>
    /// <param name="body">The body, which is disposed afterwards. No event and no exception shows the body.</param>
    /// <param name="read">Reads the response's body; a <see cref="NovitaException"/> that it throws is not retried.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">
    /// The call failed for good, perhaps after the service acted (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    public async Task<T> PostAsync<T>(string path, RequestBody body, ReadBody<T> read, CallContext call)
    {
        using (body)
        {
            return await SendUntilClosedAsync(new ApiRequest(Address(path), body), read, call).ConfigureAwait(false);
        }
    }

    /// <summary>Closes the connections; running calls fail with <see cref="NovitaErrorKind.NotConnected"/>.</summary>
    public void Dispose()
    {
        if (!_closing.IsCancellationRequested)
        {
            _closing.Cancel();
            _http.Dispose();
            _closing.Dispose();
        }
    }

    private Uri Address(string path) => new($"{_root}/{path}");

    private async Task<T> SendUntilClosedAsync<T>(ApiRequest request, ReadBody<T> read, CallContext call)
    {
        try
        {
            using var ends = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken, _closing.Token);
            return await SendAsync(request, read, call with { CancellationToken = ends.Token }).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (call.CancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(call.CancellationToken);
        }
        catch (Exception) when (_closing.IsCancellationRequested && !call.CancellationToken.IsCancellationRequested)
        {
            throw Complete(new NovitaException(NovitaErrorKind.NotConnected, "The session was disconnected."), request);
        }
    }

    private async Task<T> SendAsync<T>(ApiRequest request, ReadBody<T> read, CallContext call)
    {
        while (true)
        {
            try
            {
                return await SendOnceAsync(request, read, call).ConfigureAwait(false);
            }
            catch (RetryableException failure) when (MayRetry(request))
            {
                if (!failure.IsThrottled)
                {
                    await _options.Clock.Delay(failure.Wait, call.CancellationToken).ConfigureAwait(false);
                }
            }
            catch (RetryableException failure)
            {
                throw Complete(failure.Error, request);
            }
            catch (NovitaException error)
            {
                throw Complete(error, request);
            }
        }
    }

    private bool MayRetry(ApiRequest request) => request.Attempts <= _retries.MaximumRetryCount;

    private static NovitaException Complete(NovitaException error, ApiRequest request)
    {
        error.RequestUri = request.Uri;
        error.Attempts = request.Attempts;
        error.MayHaveHappened = request.IsOpen && request.IsChange && error.MayHaveBeenServed();
        return error;
    }

    private string Describe(RetryableException failure, ApiRequest request)
    {
        var problem = failure.IsThrottled ? "throttled" : failure.Error.StatusCode is { } status ? $"HTTP {status}" : "connection lost";
        return string.Format(
            CultureInfo.InvariantCulture,
            "{0}, retry {1} of {2} in {3:0.#} s",
            problem,
            request.Attempts,
            _retries.MaximumRetryCount,
            failure.Wait.TotalSeconds);
    }

    /// <summary>Sends the request through the gate. The request leaves the gate before it waits for a retry.</summary>
    private async Task<T> SendOnceAsync<T>(ApiRequest request, ReadBody<T> read, CallContext call)
    {
        var generation = await _gate.EnterAsync(call).ConfigureAwait(false);
        var leave = _gate.Leave;
        try
        {
            var result = await SendAndReadAsync(request, read, call).ConfigureAwait(false);
            leave = _gate.LeaveServed;
            return result;
        }
        catch (NovitaException error) when (error.AllowsRetry(request.IsChange))
        {
            request.IsOpen &= error.MayHaveBeenServed();
            var failure = new RetryableException(error, _retries.Wait(request.Attempts, error.RetryAfter));
            if (failure.IsThrottled)
            {
                leave = () => _gate.LeaveThrottled(generation, failure.Wait);
            }

            if (MayRetry(request))
            {
                // Reported before the gate closes, so that this event comes before those of the requests that wait at the gate.
                Counters.CountRetry(failure.IsThrottled);
                TimeSpan? pauseEnd = failure.IsThrottled ? _options.Clock.Uptime + failure.Wait : null;
                call.Report(ClientEventKind.Retry, Describe(failure, request), pauseEnd);
            }

            throw failure;
        }
        finally
        {
            leave();
        }
    }

    private async Task<T> SendAndReadAsync<T>(ApiRequest request, ReadBody<T> read, CallContext call)
    {
        var uri = request.Uri;
        using var timeout = _options.Clock.CancelAfter(_options.Timeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(call.CancellationToken, timeout.Token);
        Counters.CountRequest();
        request.MarkSent(_options.Clock.Uptime);
        var isRead = false;
        try
        {
            using var message = CreateMessage(request);
            using var response =
                await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);

            // On .NET Framework a read of the body ignores the token, so the cancellation disposes the response.
            using var registration = either.Token.Register(response.Dispose);
            using var body = await ReadBodyAsync(response, either.Token).ConfigureAwait(false);
            isRead = true;
            Counters.CountBytes(body.Length);
            var outcome = $"HTTP {(int)response.StatusCode}, {body.Length} bytes in {MillisecondsOf(request)} ms";
            call.Report(ClientEventKind.Request, $"{request.Method} {uri.AbsoluteUri}: {outcome}");
            ThrowUnlessSuccess(response, body, request);
            var result = Read(response, body, request, read);
            _isKeyAccepted = true;
            return result;
        }
        catch (Exception) when (call.CancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(call.CancellationToken);
        }
        catch (Exception error) when (timeout.IsCancellationRequested && error is not NovitaException)
        {
            var host = uri.GetLeftPart(UriPartial.Authority);
            throw new NovitaException(
                NovitaErrorKind.RequestTimedOut,
                $"{host} did not answer within the session's time-out of {_options.Timeout.TotalSeconds:0.###} s.");
        }
        catch (Exception error) when (!isRead && error is not NovitaException)
        {
            // All types: those that HttpClient throws differ by version, and not all are documented.
            var proxy = ProxyInUse.Find(_options, uri, WebRequest.DefaultWebProxy);
            if (ProxyInUse.StatusOf(error) is >= 400 and < 500 and var status)
            {
                throw ProxyInUse.Refused(status, proxy);
            }

            var way = $"{uri.GetLeftPart(UriPartial.Authority)}{(proxy is null ? "" : $" through {proxy}")}";
            throw new NovitaException(
                NovitaErrorKind.ConnectionFailed,
                $"The connection to {way} failed: {Mask(error.GetBaseException().Message, request).TrimEnd('.')}.",
                HoldsSecret(error, request) ? null : error);
        }
    }

    /// <summary>The time since the last attempt began.</summary>
    private long MillisecondsOf(ApiRequest request) => (long)(_options.Clock.Uptime - request.SentAt).TotalMilliseconds;

    private HttpRequestMessage CreateMessage(ApiRequest request)
    {
        var message = request.ToMessage();
        message.Headers.Authorization = _key.ToHeader();
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        return message;
    }

    /// <summary>Reads the body. The body of a refusal may be missing or cut short: the status is enough.</summary>
    private static async Task<ResponseBody> ReadBodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            return await ResponseBody.ReadAsync(response.Content, ResponseBody.MaximumBytes, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await ResponseBody.ReadAsync(response.Content, ResponseBody.MaximumErrorBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new ResponseBody();
        }
    }

    /// <summary>Reads the body of a response with a success status, which may still be an error.</summary>
    private T Read<T>(HttpResponseMessage response, ResponseBody body, ApiRequest request, ReadBody<T> read)
    {
        try
        {
            return read(body.Bytes);
        }
        catch (NovitaException error)
        {
            if (ErrorReading.ReadDisguised(response, body.Bytes, _key, request) is { } refusal)
            {
                throw ApplyHeaders(refusal, response);
            }

            var masked = Mask(error.Message, request);
            throw masked == error.Message ? error : new NovitaException(error.Kind, masked);
        }
    }

    /// <summary>Masks the key and the secrets of the request's body, and escapes control characters.</summary>
    private string Mask(string text, ApiRequest request) => VisibleText.Of(request.Mask(_key.Mask(text)));

    /// <summary>Whether a message of an exception or of its inner exceptions needs masking: many quote the response.</summary>
    private bool HoldsSecret(Exception? error, ApiRequest request) =>
        error is not null && (Mask(error.Message, request) != error.Message || HoldsSecret(error.InnerException, request));

    /// <summary>Sets the error's wait from the Retry-After header, and notes a refused key.</summary>
    private NovitaException ApplyHeaders(NovitaException error, HttpResponseMessage response)
    {
        error.RetryAfter = RetryPolicy.Read(response.Headers.RetryAfter, _options.Clock.UtcNow);
        _isKeyAccepted &= error.Kind != NovitaErrorKind.ApiKeyRefused;
        return error;
    }

    private void ThrowUnlessSuccess(HttpResponseMessage response, ResponseBody body, ApiRequest request)
    {
        if (response.IsSuccessStatusCode)
        {
            return;
        }

        if ((int)response.StatusCode is >= 300 and < 400)
        {
            throw ErrorReading.ReadRedirect(response, request.Uri, _key);
        }

        if (response.StatusCode == HttpStatusCode.ProxyAuthenticationRequired)
        {
            throw ProxyInUse.Refused((int)response.StatusCode, ProxyInUse.Find(_options, request.Uri, WebRequest.DefaultWebProxy));
        }

        throw ApplyHeaders(ErrorReading.Read(response, body.Bytes, _key, request), response);
    }
}
