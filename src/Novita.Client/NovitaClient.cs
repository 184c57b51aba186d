using System.Collections.Concurrent;
using Novita.Client.Errors;
using Novita.Client.Http;
using Novita.Client.Json;
using Novita.Client.Lists;

namespace Novita.Client;

/// <summary>Novita's GPU cloud API. Thread-safe; it knows nothing of PowerShell.</summary>
/// <remarks>This file sends, and knows no noun. Lists are in <see cref="ListRequests"/>, the other calls in the parts of this class, one for each area.</remarks>
public sealed partial class NovitaClient : IPageReader, IDisposable
{
    private const string GpuPath = "gpu-instance/openapi/v1";

    private readonly NovitaClientOptions _options;
    private readonly ApiTransport _transport;
    private readonly ConcurrentDictionary<string, PageNumbering> _numbering = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, object> _cached = new();

    /// <summary>Makes a client. Nothing is sent.</summary>
    /// <exception cref="NovitaException">
    /// The endpoint is not a web address (<see cref="NovitaErrorKind.RequestInvalid"/>), or the key would travel unencrypted
    /// (<see cref="NovitaErrorKind.InsecureEndpoint"/>).
    /// </exception>
    public NovitaClient(NovitaClientOptions options, ApiKey key)
    {
        EndpointRules.Check(options);
        _options = options;
        _transport = new ApiTransport(options, key);
    }

    /// <summary>What the client has sent and received so far.</summary>
    public ClientCounters Counters => _transport.Counters;

    /// <summary>How many requests run at once, at least 1.</summary>
    public int ThrottleLimit => _options.ThrottleLimit;

    /// <summary>Whether the service accepted the key when it last decided; false before the first response.</summary>
    internal bool IsKeyAccepted => _transport.IsKeyAccepted;

    internal Clock Clock => _options.Clock;

    /// <summary>Asks the service for one row, to learn whether it accepts the key.</summary>
    /// <exception cref="NovitaException">It does not (<see cref="NovitaErrorKind.ApiKeyRefused"/>), or the call failed in another way.</exception>
    public Task<Page<Instance>> CheckKeyAsync(CallContext call) =>
        // Page 1, because some servers refuse page 0.
        GetPageAsync(ListRequests.Instances(), 1, 1, call);

    /// <summary>Prepares to read lists: each row once, each list checked. Nothing is sent before the first row is wanted.</summary>
    /// <param name="requests">What to read; a row that several give comes out once.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <param name="pageSize">Rows a page, at least 1; the service may give fewer.</param>
    /// <param name="verify">Whether two readings in a row must agree.</param>
    public Listing<T> List<T>(IReadOnlyList<ListRequest<T>> requests, CallContext call, int pageSize = Listing<T>.DefaultPageSize, bool verify = false)
        where T : Resource =>
        new(this, requests, pageSize, verify, call);

    /// <summary>Returns the shared copy of a list without pages.</summary>
    /// <param name="request">The whole list, without the service's filters.</param>
    public CachedList<T> Cached<T>(ListRequest<T> request)
        where T : Resource =>
        (CachedList<T>)_cached.GetOrAdd(typeof(T), _ => new CachedList<T>(this, Clock, request with { Test = null }));

    /// <summary>Reads one page of a list.</summary>
    /// <param name="request">The list.</param>
    /// <param name="number">Which page, from 0 or from 1: the service does not document it.</param>
    /// <param name="size">The largest number of rows, at least 1; the service may give fewer.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">The call failed for good.</exception>
    public async Task<Page<T>> GetPageAsync<T>(ListRequest<T> request, int number, int size, CallContext call)
        where T : Resource
    {
        try
        {
            var page = await _transport.GetAsync(request.PathOf(number, size), request.Read, call, Describe).ConfigureAwait(false);
            TellUnreadable(page.Rows, call);
            if (request.IsWholeList)
            {
                Cached(request).Put(page.Rows);
            }

            return page;
        }
        catch (NovitaException error)
        {
            error.Subject = new Subject(Noun<T>.Singular);
            error.Page = request.Style == PageStyle.Whole ? null : number;
            throw;
        }

        string Describe(Page<T> page) =>
            $"page {number}: {Noun<T>.Count(page.Rows.Count)}{(page.Total is { } total ? $" of {total}" : "")}";
    }

    /// <summary>Closes the connections. Calls that are under way or made later fail with <see cref="NovitaErrorKind.NotConnected"/>.</summary>
    public void Dispose() => _transport.Dispose();

    PageNumbering IPageReader.NumberingOf<T>(ListRequest<T> request) =>
        _numbering.GetOrAdd(request.Path, _ => new PageNumbering(request.Style == PageStyle.Whole ? FirstPage.Zero : FirstPage.Unknown));

    /// <summary>Reads one resource.</summary>
    /// <exception cref="NovitaException">It does not exist (<see cref="NovitaErrorKind.NotFound"/>), or the call failed for good.</exception>
    private Task<T> GetAsync<T>(string id, PathBuilder path, Shape<T> shape, CallContext call)
        where T : Resource =>
        AboutAsync<T, T>(id, async () =>
        {
            var resource = await _transport.GetAsync(path.ToString(), body => ReadResource(body, shape), call).ConfigureAwait(false);
            TellUnreadable([resource], call);
            return resource;
        });

    /// <summary>Tells of values that could not be read. Whoever writes the rows makes errors of them as well.</summary>
    private static void TellUnreadable<T>(IReadOnlyList<T> rows, CallContext call)
        where T : Resource
    {
        var members = new UnreadableMembers<T>();
        members.Add(rows);
        foreach (var member in members.All)
        {
            call.Tell(ClientEventKind.Step, member.ToException<T>().Message);
        }
    }

    /// <summary>Sends a change.</summary>
    /// <exception cref="NovitaException">The service refused, or the call failed, perhaps after the change was made (<see cref="NovitaException.MayHaveHappened"/>).</exception>
    private Task<ChangeResponse> PostAsync(string path, RequestBody body, CallContext call) =>
        _transport.PostAsync(path, body, ChangeResponse.Read, call);

    /// <summary>Sends the creation of a resource, and returns its id.</summary>
    /// <exception cref="NovitaException">
    /// The call failed, perhaps after the resource was created (<see cref="NovitaException.MayHaveHappened"/>), or the response has no id.
    /// </exception>
    private async Task<string> CreateAsync<T>(string path, RequestBody body, CallContext call)
        where T : Resource
    {
        var id = await _transport.PostAsync(path, body, ReadId, call).ConfigureAwait(false);
        call.Tell(ClientEventKind.Step, $"{Noun<T>.Singular} {id}: created");
        return id;

        static string ReadId(ReadOnlySpan<byte> response) => ChangeResponse.Read(response).Id is { Length: > 0 } id ? id
            : throw new NovitaException(NovitaErrorKind.ResponseInvalid, $"The service accepted the request but sent no id for the new {Noun<T>.Singular}.");
    }

    /// <summary>Runs a call about one resource: the id is checked first, and an error names the resource.</summary>
    private static async Task<TResult> AboutAsync<T, TResult>(string id, Func<Task<TResult>> call)
        where T : Resource
    {
        try
        {
            Limits.Id($"The id of {Noun<T>.WithArticle}", id ?? "");
            return await call().ConfigureAwait(false);
        }
        catch (NovitaException error)
        {
            error.Subject = new Subject(Noun<T>.Singular, Limits.IsId(id ?? "") ? id : "(not an id)");
            throw;
        }
    }

    internal static T ReadResource<T>(ReadOnlySpan<byte> body, Shape<T> shape)
        where T : Resource
    {
        var resource = ResponseReader.Read(body, shape, out var unreadable) ?? throw ResponseReader.Invalid("it is null");
        if (resource.Id.Length == 0)
        {
            throw ResponseReader.Invalid("id is missing");
        }

        ErrorResponse.Refuse(body, isAnswer: true);
        resource.Unreadable = unreadable.Count > 0 ? unreadable : null;
        resource.MaskSecrets();
        return resource;
    }
}
