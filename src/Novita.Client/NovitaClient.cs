using System.Collections.Concurrent;
using Novita.Client.Errors;
using Novita.Client.Http;
using Novita.Client.Json;
using Novita.Client.Lists;
using Novita.Client.Requests;

namespace Novita.Client;

/// <summary>A client for Novita's GPU cloud API. Thread-safe.</summary>
/// <remarks>
/// This file has what all nouns share. Lists are in <see cref="ListRequests"/>, the other calls in one part of this class for each area.
/// </remarks>
public sealed partial class NovitaClient : IPageReader, IDisposable
{
    private const string GpuPath = "gpu-instance/openapi/v1";

    private readonly NovitaClientOptions _options;
    private readonly ApiTransport _transport;
    private readonly ConcurrentDictionary<string, PageNumbering> _numbering = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Type, object> _cached = new();

    /// <summary>Creates a client. Nothing is sent.</summary>
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

    /// <summary>The maximum number of requests that run at the same time, at least 1.</summary>
    public int ThrottleLimit => _options.ThrottleLimit;

    /// <summary>Whether the latest response that depends on the key accepted the key; false before the first response.</summary>
    internal bool IsKeyAccepted => _transport.IsKeyAccepted;

    internal NovitaClientOptions Options => _options;

    internal Clock Clock => _options.Clock;

    /// <summary>Checks the key by reading one row of the list of instances.</summary>
    /// <exception cref="NovitaException">
    /// The service refused the key (<see cref="NovitaErrorKind.ApiKeyRefused"/>), or the call failed in another way.
    /// </exception>
    public Task<Page<Instance>> CheckKeyAsync(CallContext call) =>
        // Page 1, because some servers refuse page 0.
        GetPageAsync(ListRequests.Instances(), 1, 1, call);

    /// <summary>Returns a reader that deduplicates the rows and checks each list. Nothing is sent before the first read.</summary>
    /// <param name="requests">The lists to read.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <param name="pageSize">Rows a page, at least 1; the service may send fewer.</param>
    /// <param name="verify">Whether two readings in a row must agree.</param>
    public Listing<T> List<T>(
        IReadOnlyList<ListRequest<T>> requests, CallContext call, int pageSize = Listing<T>.DefaultPageSize, bool verify = false)
        where T : Resource =>
        new(this, requests, pageSize, verify, call);

    /// <summary>Returns the shared copy of a list without pages.</summary>
    /// <param name="request">The whole list, without the service's filters.</param>
    public CachedList<T> Cached<T>(ListRequest<T> request)
        where T : Resource =>
        (CachedList<T>)_cached.GetOrAdd(typeof(T), _ => new CachedList<T>(this, Clock, request with { Test = null }));

    /// <summary>Reads one page of a list.</summary>
    /// <param name="request">The list.</param>
    /// <param name="number">The page. Whether the first page is 0 or 1 is not documented.</param>
    /// <param name="size">The maximum number of rows, at least 1; the service may send fewer.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">The call failed for good.</exception>
    public async Task<Page<T>> GetPageAsync<T>(ListRequest<T> request, int number, int size, CallContext call)
        where T : Resource
    {
        try
        {
            var page = await _transport.GetAsync(request.PathOf(number, size), request.Read, call, Describe).ConfigureAwait(false);
            ReportUnreadable(page.Rows, call);
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

    /// <summary>
    /// Closes the connections. Running and later calls fail with <see cref="NovitaErrorKind.NotConnected"/>.
    /// </summary>
    public void Dispose() => _transport.Dispose();

    PageNumbering IPageReader.NumberingOf<T>(ListRequest<T> request) =>
        _numbering.GetOrAdd(request.Path, _ => new PageNumbering(request.Style == PageStyle.Whole ? FirstPage.Zero : FirstPage.Unknown));

    /// <summary>Reads one resource.</summary>
    /// <exception cref="NovitaException">
    /// The resource does not exist (<see cref="NovitaErrorKind.NotFound"/>), or the call failed for good.
    /// </exception>
    private Task<T> GetAsync<T>(string id, PathBuilder path, Shape<T> shape, CallContext call)
        where T : Resource =>
        AboutAsync<T, T>(id, async () =>
        {
            var resource = await _transport.GetAsync(path.ToString(), body => ReadResource(body, shape), call).ConfigureAwait(false);
            ReportUnreadable([resource], call);
            return resource;
        });

    /// <summary>Reports values that could not be read as events; the cmdlets also write errors for them.</summary>
    private static void ReportUnreadable<T>(IReadOnlyList<T> rows, CallContext call)
        where T : Resource
    {
        var members = new UnreadableMembers<T>();
        members.Add(rows);
        foreach (var member in members.All)
        {
            call.Report(ClientEventKind.Step, member.ToException<T>().Message);
        }
    }

    /// <summary>Sends a change.</summary>
    /// <exception cref="NovitaException">
    /// The service refused, or the call failed, perhaps after the change was made (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    private Task<ChangeResponse> PostAsync(string path, RequestBody body, CallContext call) =>
        _transport.PostAsync(path, body, ChangeResponse.Read, call);

    /// <summary>Creates a resource and returns its id.</summary>
    /// <param name="path">The path of the call.</param>
    /// <param name="body">The request's body.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <param name="isTextId">Whether a response that is one string is the id.</param>
    /// <exception cref="NovitaException">
    /// The call failed, perhaps after the resource was created (<see cref="NovitaException.MayHaveHappened"/>), or the response has no id.
    /// </exception>
    private async Task<string> CreateAsync<T>(string path, RequestBody body, CallContext call, bool isTextId = false)
        where T : Resource
    {
        var id = await _transport.PostAsync(path, body, ReadId, call).ConfigureAwait(false);
        call.Report(ClientEventKind.Step, $"{Noun<T>.Singular} {id}: created");
        return id;

        string ReadId(ReadOnlySpan<byte> body)
        {
            var response = ChangeResponse.Read(body);
            var id = response.Id ?? (isTextId ? response.Text : null);
            return id is { Length: > 0 } ? id
                : throw new NovitaException(
                    NovitaErrorKind.ResponseInvalid, $"The service accepted the request but sent no id for the new {Noun<T>.Singular}.");
        }
    }

    /// <summary>
    /// Creates a resource and returns its id. Where the response lacks the id, the new row of the list has it.
    /// </summary>
    /// <param name="path">The path of the call.</param>
    /// <param name="body">The request's body.</param>
    /// <param name="list">The whole list of the noun.</param>
    /// <param name="isLike">Whether a row has the requested values: other clients may create resources at the same time.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">
    /// The call failed, perhaps after the resource was created (<see cref="NovitaException.MayHaveHappened"/>); or the resource was
    /// created, but its id is not known (<see cref="NovitaException.HasHappened"/>).
    /// </exception>
    private async Task<string> CreateAndFindAsync<T>(
        string path, RequestBody body, ListRequest<T> list, Func<T, bool> isLike, CallContext call)
        where T : Resource
    {
        var rows = await ReadAllAsync(list, call).ConfigureAwait(false);
        var before = new HashSet<string>(rows.Select(row => row.Id), StringComparer.Ordinal);
        var response = await PostAsync(path, body, call).ConfigureAwait(false);
        var id = response.Id is { Length: > 0 } sent
            ? sent
            : await FindNewAsync(list.Where(row => !before.Contains(row.Id) && isLike(row)), call).ConfigureAwait(false);
        call.Report(ClientEventKind.Step, $"{Noun<T>.Singular} {id}: created");
        return id;
    }

    /// <summary>Returns the id of the only row of a list, which may show a new row some seconds late.</summary>
    private async Task<string> FindNewAsync<T>(ListRequest<T> list, CallContext call)
        where T : Resource
    {
        const int MaxLooks = 4;
        var created = $"The {Noun<T>.Singular} was created, but the service did not say its id, and";
        try
        {
            for (var look = 1; ; look++)
            {
                var found = await ReadAllAsync(list, call).ConfigureAwait(false);
                if (found.Count == 1)
                {
                    return found[0].Id;
                }

                if (found.Count > 1 || look == MaxLooks)
                {
                    var problem = found.Count == 0
                        ? "the list does not show it"
                        : $"the list shows {found.Count} new ones like it: {string.Join(", ", found.Take(5).Select(row => row.Id))}";
                    throw new NovitaException(NovitaErrorKind.ResponseInvalid, $"{created} {problem}.") { HasHappened = true };
                }

                await Clock.Delay(TimeSpan.FromSeconds(1), call.CancellationToken).ConfigureAwait(false);
            }
        }
        catch (NovitaException error) when (!error.HasHappened)
        {
            var problem = $"{created} the list that would show it could not be read. {error.Message}";
            throw new NovitaException(error.Kind, problem, error) { HasHappened = true };
        }
    }

    /// <summary>Reads a whole list.</summary>
    /// <exception cref="NovitaException">A page could not be read, or the list could not be confirmed to be complete.</exception>
    internal async Task<IReadOnlyList<T>> ReadAllAsync<T>(ListRequest<T> list, CallContext call)
        where T : Resource
    {
        using var listing = List([list], call);
        var reading = await listing.ReadToEndAsync().ConfigureAwait(false);
        return reading.IsComplete ? reading.Rows : throw reading.Unconfirmed[0];
    }

    /// <summary>Reads one resource of a noun that has only a list.</summary>
    /// <exception cref="NovitaException">
    /// The resource does not exist (<see cref="NovitaErrorKind.NotFound"/>), or the list could not be read.
    /// </exception>
    private Task<T> FindAsync<T>(ListRequest<T> list, string id, CallContext call)
        where T : Resource =>
        AboutAsync<T, T>(id, async () =>
        {
            var rows = await ReadAllAsync(list.Where(row => row.Id == id), call).ConfigureAwait(false);
            return rows is [var row, ..] ? row : throw Missing<T>();
        });

    /// <summary>Reads one resource that is a member of the response.</summary>
    /// <exception cref="NovitaException">
    /// The resource does not exist (<see cref="NovitaErrorKind.NotFound"/>), or the call failed for good.
    /// </exception>
    private Task<T> GetWrappedAsync<T>(string id, PathBuilder path, Shape<Wrapped<T>> shape, CallContext call)
        where T : Resource =>
        AboutAsync<T, T>(id, async () =>
        {
            var resource = await _transport.GetAsync(path.ToString(), body => ReadWrapped(body, shape), call).ConfigureAwait(false);
            return resource ?? throw Missing<T>();
        });

    private static NovitaException Missing<T>()
        where T : Resource =>
        new(NovitaErrorKind.NotFound, $"There is no such {Noun<T>.Singular}.") { IsGone = true };

    /// <summary>
    /// Sends a change of one resource. Where the response is lost, the resource is read to see whether the change was made.
    /// </summary>
    /// <param name="id">The resource.</param>
    /// <param name="path">The path of the call.</param>
    /// <param name="body">The request's body.</param>
    /// <param name="isMade">Reads whether the change was made; null where the resource does not show the change.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">
    /// The change failed, or the resource does not show whether it was made (<see cref="NovitaException.MayHaveHappened"/>).
    /// </exception>
    private Task<OperationResult> ChangeAsync<T>(string id, string path, RequestBody body, Func<Task<bool>>? isMade, CallContext call)
        where T : Resource =>
        AboutAsync<T, OperationResult>(id, async () =>
        {
            try
            {
                await PostAsync(path, body, call).ConfigureAwait(false);
                call.Report(ClientEventKind.Step, $"{Noun<T>.Singular} {id}: the service accepted the change");
            }
            catch (NovitaException error) when (error.MayHaveHappened && isMade is not null)
            {
                if (!await TryAsync(isMade).ConfigureAwait(false))
                {
                    throw;
                }

                call.Report(ClientEventKind.Step, $"{Noun<T>.Singular} {id}: the response was lost, but the change was made");
            }

            return new OperationResult(id, null);
        });

    /// <summary>Deletes a resource.</summary>
    /// <param name="id">The resource.</param>
    /// <param name="path">The path of the call.</param>
    /// <param name="idName">The member of the body for the id.</param>
    /// <param name="read">Reads the resource, to see whether it is gone.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">The call failed.</exception>
    private async Task<OperationResult> RemoveAsync<T>(string id, string path, string idName, Func<Task<T>> read, CallContext call)
        where T : Resource
    {
        await ChangeAsync<T>(id, path, new RequestBody().Add(idName, id), IsGoneAsync, call).ConfigureAwait(false);
        return new OperationResult(id, InstanceStatus.Removed);

        async Task<bool> IsGoneAsync()
        {
            try
            {
                await read().ConfigureAwait(false);
                return false;
            }
            catch (NovitaException error) when (error.IsGone)
            {
                return true;
            }
        }
    }

    /// <summary>Returns the result of a look; false where the look fails.</summary>
    private static async Task<bool> TryAsync(Func<Task<bool>> look)
    {
        try
        {
            return await look().ConfigureAwait(false);
        }
        catch (NovitaException)
        {
            return false;
        }
    }

    /// <summary>Runs a call about one resource: checks the id first, and names the resource in every error.</summary>
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
        return Accept(body, resource, unreadable);
    }

    /// <summary>Reads a resource that is a member of a response; null where the member is null.</summary>
    private static T? ReadWrapped<T>(ReadOnlySpan<byte> body, Shape<Wrapped<T>> shape)
        where T : Resource
    {
        var response = ResponseReader.Read(body, shape, out var unreadable) ?? throw ResponseReader.Invalid("it is null");
        if (response.Resource is { } resource)
        {
            // Paths begin at the resource, not at the member that holds it.
            var values = unreadable.Select(value => value with { Path = value.Path.Substring(value.Path.IndexOf('.') + 1) });
            return Accept(body, resource, [.. values]);
        }

        ErrorResponse.Refuse(body, isAnswer: false);
        return response.HasMember ? null : throw ResponseReader.Invalid($"it has no {Noun<T>.Singular}");
    }

    private static T Accept<T>(ReadOnlySpan<byte> body, T resource, IReadOnlyList<UnreadableValue> unreadable)
        where T : Resource
    {
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
