using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Novita.Client.Errors;
using Novita.Client.Json;
using Novita.Client.Text;

namespace Novita.Client.Http;

/// <summary>Sends requests: the key, the time-out, the gate, the retries, and one exception type for everything that can fail.</summary>
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

        // The time-out is ours: HttpClient's own ends before the body when only headers are awaited.
        _http = new HttpClient(options.CreateHandler?.Invoke() ?? NetworkHandler.Create(options)) { Timeout = Timeout.InfiniteTimeSpan };
    }

    public ClientCounters Counters { get; } = new();

    /// <summary>Whether the service took the key when it last decided about it.</summary>
    public bool IsKeyAccepted => _isKeyAccepted;

    /// <summary>Sends a GET, again where that helps, and reads the reply.</summary>
    /// <param name="path">Path and query below the endpoint.</param>
    /// <param name="read">Reads the body; a <see cref="NovitaException"/> of its own is not retried.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <param name="describe">Says what came, as a step of the call; how long the last try took is added. Null tells nothing.</param>
    /// <exception cref="NovitaException">The call failed for good.</exception>
    public async Task<T> GetAsync<T>(string path, ReadBody<T> read, CallContext call, Func<T, string>? describe = null)
    {
        var request = new ApiRequest(Address(path));
        var result = await SendUntilClosedAsync(request, read, call).ConfigureAwait(false);
        if (describe is not null)
        {
            call.Tell(ClientEventKind.Step, $"{describe(result)} in {MillisecondsOf(request)} ms");
        }

        return result;
    }

    /// <summary>
    /// Sends a POST and reads the reply. It is sent again only where the service has not acted on it: it refused it for its pace, or was
    /// never reached.
    /// </summary>
    /// <param name="path">The path below the endpoint.</param>
    /// <param name="body">What to send, released afterwards. No event and no exception shows it.</param>
    /// <param name="read">Reads the body; a <see cref="NovitaException"/> of its own is not retried.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">
    /// The call failed for good; <see cref="NovitaException.MayHaveHappened"/> tells whether the service may have acted all the same.
    /// </exception>
    public async Task<T> PostAsync<T>(string path, RequestBody body, ReadBody<T> read, CallContext call)
    {
        using (body)
        {
            return await SendUntilClosedAsync(new ApiRequest(Address(path), body), read, call).ConfigureAwait(false);
        }
    }

    /// <summary>Closes the connections; what is under way fails with <see cref="NovitaErrorKind.NotConnected"/>.</summary>
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
        var what = failure.IsThrottled ? "throttled" : failure.Error.StatusCode is { } status ? $"HTTP {status}" : "connection lost";
        return string.Format(
            CultureInfo.InvariantCulture,
            "{0}, retry {1} of {2} in {3:0.#} s",
            what,
            request.Attempts,
            _retries.MaximumRetryCount,
            failure.Wait.TotalSeconds);
    }

    /// <summary>Sends the request through the gate; the place is given back before any wait of this request's own.</summary>
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
                // Before the gate closes: whoever waits there then reports a pause that is known.
                Counters.CountRetry(failure.IsThrottled);
                call.Tell(ClientEventKind.Retry, Describe(failure, request), failure.IsThrottled ? _options.Clock.Uptime + failure.Wait
                    : null);
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
            using var reply = await _http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token).ConfigureAwait(false);

            // On .NET Framework a body that is being read heeds no token.
            using var cut = either.Token.Register(reply.Dispose);
            using var body = await ReadBodyAsync(reply, either.Token).ConfigureAwait(false);
            isRead = true;
            Counters.CountBytes(body.Length);
            call.Tell(ClientEventKind.Request, $"{request.Method} {uri.AbsoluteUri}: HTTP {(int)reply.StatusCode}, {body.Length} bytes "
                + $"in {MillisecondsOf(request)} ms");
            ThrowUnlessSuccess(reply, body, request);
            var result = Read(reply, body, request, read);
            _isKeyAccepted = true;
            return result;
        }
        catch (Exception) when (call.CancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(call.CancellationToken);
        }
        catch (Exception error) when (timeout.IsCancellationRequested && error is not NovitaException)
        {
            throw new NovitaException(
                NovitaErrorKind.RequestTimedOut,
                $"{uri.GetLeftPart(UriPartial.Authority)} did not answer within the session's time-out of "
                    + $"{_options.Timeout.TotalSeconds:0.###} s.");
        }
        catch (Exception error) when (!isRead && error is not NovitaException)
        {
            // Whatever it is: what .NET throws here is not all documented, and differs by its version.
            var proxy = ProxyInUse.Find(_options, uri, WebRequest.DefaultWebProxy);
            if (ProxyInUse.StatusOf(error) is >= 400 and < 500 and var status)
            {
                throw ProxyInUse.Refused(status, proxy);
            }

            var way = $"{uri.GetLeftPart(UriPartial.Authority)}{(proxy is null ? "" : $" through {proxy}")}";
            throw new NovitaException(
                NovitaErrorKind.ConnectionFailed,
                $"The connection to {way} failed: {Safe(error.GetBaseException().Message, request).TrimEnd('.')}.",
                IsSafe(error, request) ? error : null);
        }
    }

    /// <summary>How long the last try has taken, the waits before it not counted.</summary>
    private long MillisecondsOf(ApiRequest request) => (long)(_options.Clock.Uptime - request.SentAt).TotalMilliseconds;

    private HttpRequestMessage CreateMessage(ApiRequest request)
    {
        var message = request.ToMessage();
        message.Headers.Authorization = _key.ToHeader();
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        message.Headers.TryAddWithoutValidation("User-Agent", _options.UserAgent);
        return message;
    }

    /// <summary>Reads the body. That of a refusal need not come: the status says enough.</summary>
    private static async Task<ResponseBody> ReadBodyAsync(HttpResponseMessage reply, CancellationToken cancellationToken)
    {
        if (reply.IsSuccessStatusCode)
        {
            return await ResponseBody.ReadAsync(reply.Content, ResponseBody.MaximumBytes, cancellationToken).ConfigureAwait(false);
        }

        try
        {
            return await ResponseBody.ReadAsync(reply.Content, ResponseBody.MaximumErrorBytes, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new ResponseBody();
        }
    }

    /// <summary>Reads a success, which may be an error all the same.</summary>
    private T Read<T>(HttpResponseMessage reply, ResponseBody body, ApiRequest request, ReadBody<T> read)
    {
        try
        {
            return read(body.Bytes);
        }
        catch (NovitaException error)
        {
            throw ErrorReading.ReadDisguised(reply, body.Bytes, _key, request) is { } refusal ? Heed(refusal, reply)
                : Safe(error.Message, request) == error.Message ? error
                : new NovitaException(error.Kind, Safe(error.Message, request));
        }
    }

    private string Safe(string text, ApiRequest request) => VisibleText.Of(request.Redact(_key.Redact(text)));

    /// <summary>Tells whether no text of an exception needs masking. Many quote the peer, and whoever prints them does not look.</summary>
    private bool IsSafe(Exception? error, ApiRequest request) =>
        error is null || (Safe(error.Message, request) == error.Message && IsSafe(error.InnerException, request));

    /// <summary>Takes what a refusal says besides: when to come again, and whether the key is good.</summary>
    private NovitaException Heed(NovitaException error, HttpResponseMessage reply)
    {
        error.RetryAfter = RetryPolicy.Read(reply.Headers.RetryAfter, _options.Clock.UtcNow);
        _isKeyAccepted &= error.Kind != NovitaErrorKind.ApiKeyRefused;
        return error;
    }

    private void ThrowUnlessSuccess(HttpResponseMessage reply, ResponseBody body, ApiRequest request)
    {
        if (reply.IsSuccessStatusCode)
        {
            return;
        }

        if ((int)reply.StatusCode is >= 300 and < 400)
        {
            throw ErrorReading.ReadRedirect(reply, request.Uri, _key);
        }

        if (reply.StatusCode == HttpStatusCode.ProxyAuthenticationRequired)
        {
            throw ProxyInUse.Refused((int)reply.StatusCode, ProxyInUse.Find(_options, request.Uri, WebRequest.DefaultWebProxy));
        }

        throw Heed(ErrorReading.Read(reply, body.Bytes, _key, request), reply);
    }
}
