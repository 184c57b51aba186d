using System.Collections.Concurrent;
using Novita.Client.Lists;
using Novita.Simulator;

namespace Novita.Client.Tests.Fixtures;

/// <summary>A client of a simulated service on loopback.</summary>
internal sealed class Session : IAsyncDisposable
{
    private Session(SimulatedService service, int throttleLimit)
    {
        Service = service;
        Client = new NovitaClient(
            new NovitaClientOptions { Endpoint = service.Endpoint, ThrottleLimit = throttleLimit, Clock = Clock, NextRandom = () => 0.5 },
            new ApiKey(service.ApiKey, "a test"));
    }

    public SimulatedService Service { get; }

    public NovitaClient Client { get; }

    public TestClock Clock { get; } = new();

    public ConcurrentQueue<ClientEvent> Events { get; } = new();

    public IEnumerable<string> Retries => Events.Where(told => told.Kind == ClientEventKind.Retry).Select(told => told.Text);

    /// <summary>The ids of the fleet, in the service's order.</summary>
    public IEnumerable<string> Fleet => Service.Fleet.Snapshot().Select(instance => instance.Id);

    public static async Task<Session> StartAsync(SimulatorOptions? options = null, int throttleLimit = 8) =>
        new(await SimulatedService.StartAsync(options), throttleLimit);

    public Listing<Instance> List(params ListRequest<Instance>[] requests) => List(100, false, requests);

    public Listing<Instance> List(int pageSize, bool verify, params ListRequest<Instance>[] requests) =>
        Client.List(requests.Length > 0 ? requests : [ListRequests.Instances()], new CallContext(Events.Enqueue, CancellationToken.None), pageSize, verify);

    public static async Task<List<string>> ReadAsync(Listing<Instance> listing)
    {
        var ids = new List<string>();
        while (await listing.NextAsync(long.MaxValue) is { } rows)
        {
            ids.AddRange(rows.Select(row => row.Id));
        }

        return ids;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Service.DisposeAsync();
    }
}
