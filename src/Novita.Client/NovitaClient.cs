using Novita.Client.Http;
using Novita.Client.Json;
using Novita.Client.Paging;

namespace Novita.Client;

/// <summary>Novita's GPU cloud API, one method an endpoint. Immutable and thread-safe; it knows nothing of PowerShell.</summary>
public sealed class NovitaClient : IDisposable
{
    private const string Gpu = "gpu-instance/openapi/v1/gpu";

    private readonly ApiTransport _transport;

    /// <summary>Makes a client. Nothing is sent.</summary>
    /// <exception cref="NovitaException">The endpoint is no web address (<see cref="NovitaErrorKind.RequestInvalid"/>), or the key would travel unencrypted (<see cref="NovitaErrorKind.InsecureEndpoint"/>).</exception>
    public NovitaClient(NovitaClientOptions options, ApiKey key)
    {
        EndpointRules.Check(options);
        ThrottleLimit = options.ThrottleLimit;
        _transport = new ApiTransport(options, key);
    }

    /// <summary>What the client has done so far.</summary>
    public ClientCounters Counters => _transport.Counters;

    internal int ThrottleLimit { get; }

    /// <summary>What lists have taught about the server's way of numbering and cutting pages.</summary>
    internal PageNumbering Numbering { get; } = new();

    /// <summary>Asks the service for one row, to learn whether it takes the key.</summary>
    /// <exception cref="NovitaException">It does not (<see cref="NovitaErrorKind.ApiKeyRefused"/>), or the call failed in another way.</exception>
    public Task<InstancePage> CheckKeyAsync(CallContext call) =>
        // Page 1, because some servers refuse page 0.
        _transport.GetAsync(InstancesPath(new InstanceQuery(), 1, 1), ReplyParsing.ReadInstances, call);

    /// <summary>Gets one page of the list of instances (<c>GET /gpu/instances</c>).</summary>
    /// <param name="query">The service's own filters.</param>
    /// <param name="pageNum">Which page, from 0 or from 1: the service does not say.</param>
    /// <param name="pageSize">How many rows at most, at least 1; the service may give fewer.</param>
    /// <param name="call">Whom to tell, and what ends it.</param>
    /// <exception cref="NovitaException">The call failed for good.</exception>
    public async Task<InstancePage> GetInstancesAsync(InstanceQuery query, int pageNum, int pageSize, CallContext call)
    {
        try
        {
            var page = await _transport.GetAsync(InstancesPath(query, pageNum, pageSize), ReplyParsing.ReadInstances, call).ConfigureAwait(false);
            call.Tell(ClientEventKind.Step, $"page {pageNum}: {page.Instances.Count} instances{(page.Total is { } total ? $" of {total}" : "")}");
            return page;
        }
        catch (NovitaException error)
        {
            error.Page = pageNum;
            throw;
        }
    }

    /// <summary>Closes the connections; calls under way, and calls made later, fail with <see cref="NovitaErrorKind.NotConnected"/>.</summary>
    public void Dispose() => _transport.Dispose();

    private static string InstancesPath(InstanceQuery query, int pageNum, int pageSize) => new PathBuilder($"{Gpu}/instances")
        .Add("pageSize", pageSize)
        .Add("pageNum", pageNum)
        .Add("name", query.Name)
        .Add("productName", query.ProductName)
        .Add("status", query.Status)
        .ToString();
}
