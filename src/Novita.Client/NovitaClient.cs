using Novita.Client.Actions;
using Novita.Client.Http;
using Novita.Client.Json;
using Novita.Client.Paging;
using Novita.Client.Requests;

namespace Novita.Client;

/// <summary>Novita's GPU cloud API, one method an endpoint. Any thread may use it; it knows nothing of PowerShell.</summary>
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
        Clock = options.Clock;
        _transport = new ApiTransport(options, key);
    }

    /// <summary>What the client has done so far.</summary>
    public ClientCounters Counters => _transport.Counters;

    /// <summary>Whether the service took the key when it last decided about it; false before the first reply.</summary>
    internal bool IsKeyAccepted => _transport.IsKeyAccepted;

    internal int ThrottleLimit { get; }

    internal Clock Clock { get; }

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
            return await _transport.GetAsync(InstancesPath(query, pageNum, pageSize), ReplyParsing.ReadInstances, call, Describe).ConfigureAwait(false);
        }
        catch (NovitaException error)
        {
            error.Page = pageNum;
            throw;
        }

        string Describe(InstancePage page) => $"page {pageNum}: {page.Instances.Count} instances{(page.Total is { } total ? $" of {total}" : "")}";
    }

    /// <summary>Gets one instance (<c>GET /gpu/instance</c>).</summary>
    /// <param name="id">The instance, 1 to 255 characters.</param>
    /// <param name="call">Whom to tell, and what ends it.</param>
    /// <exception cref="NovitaException">There is none of this id (<see cref="NovitaErrorKind.NotFound"/>), or the call failed for good.</exception>
    public Task<InstanceDetail> GetInstanceAsync(string id, CallContext call) => AboutAsync(id, () =>
        _transport.GetAsync(new PathBuilder($"{Gpu}/instance").Add("instanceId", id).ToString(), ReplyParsing.ReadInstance, call));

    /// <summary>Creates an instance (<c>POST /gpu/instance/create</c>) and gives its id.</summary>
    /// <exception cref="NovitaException">A limit is broken, and nothing was sent; or the call failed, perhaps after the instance was created (<see cref="NovitaException.MayHaveHappened"/>).</exception>
    public async Task<string> CreateInstanceAsync(NewInstance instance, CallContext call)
    {
        instance.Check();
        var id = await _transport.PostAsync($"{Gpu}/instance/create", instance.ToBody(), ReplyParsing.ReadCreated, call).ConfigureAwait(false);
        call.Tell(ClientEventKind.Step, $"instance {VisibleText.Of(id)}: created");
        return id;
    }

    /// <summary>Starts, stops, restarts, deletes or migrates an instance (<c>POST /gpu/instance/{action}</c>). It only begins with it.</summary>
    /// <exception cref="NovitaException">The service refused, or the call failed, perhaps after it took effect (<see cref="NovitaException.MayHaveHappened"/>).</exception>
    public Task<ActionResult> ChangeInstanceAsync(InstanceAction action, string id, CallContext call) =>
        PostChangeAsync(action.Path, id, () => new RequestBody().Add("instanceId", id), call);

    /// <summary>Changes the ports and grows the disk of an instance (<c>POST /gpu/instance/edit</c>).</summary>
    /// <exception cref="NovitaException">A limit is broken, and nothing was sent; or the call failed.</exception>
    public Task<ActionResult> EditInstanceAsync(string id, EditedInstance instance, CallContext call) => PostChangeAsync("edit", id, () =>
    {
        instance.Check();
        return instance.ToBody(id);
    }, call);

    /// <summary>Gives an instance another image and other settings (<c>POST /gpu/instance/upgrade</c>). It only begins with it.</summary>
    /// <exception cref="NovitaException">A limit is broken, and nothing was sent; or the call failed.</exception>
    public Task<ActionResult> UpgradeInstanceAsync(string id, UpgradedInstance instance, CallContext call) => PostChangeAsync(InstanceAction.Upgrade.Path, id, () =>
    {
        instance.Check();
        return instance.ToBody(id);
    }, call);

    /// <summary>Closes the connections; calls under way, and calls made later, fail with <see cref="NovitaErrorKind.NotConnected"/>.</summary>
    public void Dispose() => _transport.Dispose();

    private Task<ActionResult> PostChangeAsync(string action, string id, Func<RequestBody> makeBody, CallContext call) => AboutAsync(id, async () =>
    {
        var reply = await _transport.PostAsync($"{Gpu}/instance/{action}", makeBody(), ReplyParsing.ReadAction, call).ConfigureAwait(false);
        var state = reply.State is { Length: > 0 } now ? now : null;
        call.Tell(ClientEventKind.Step, $"instance {VisibleText.Of(id)}: the service took it ({action}){(state is null ? "" : $", it is '{VisibleText.Of(state)}'")}");
        return new ActionResult(reply.NewInstanceId is { Length: > 0 } moved ? moved : id, state);
    });

    /// <summary>Makes a failure say which instance it was about.</summary>
    private static async Task<T> AboutAsync<T>(string id, Func<Task<T>> call)
    {
        try
        {
            InstanceRules.Length("An instance's id", id, 1, 255);
            return await call().ConfigureAwait(false);
        }
        catch (NovitaException error)
        {
            error.InstanceId = id;
            throw;
        }
    }

    private static string InstancesPath(InstanceQuery query, int pageNum, int pageSize) => new PathBuilder($"{Gpu}/instances")
        .Add("pageSize", pageSize)
        .Add("pageNum", pageNum)
        .Add("name", query.Name)
        .Add("productName", query.ProductName)
        .Add("status", query.Status)
        .ToString();
}
