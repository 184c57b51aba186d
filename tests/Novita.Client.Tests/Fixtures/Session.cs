using System.Collections.Concurrent;
using Novita.Client.Lists;
using Novita.Client.Waiting;
using Novita.Simulator;
using Novita.Simulator.Areas.Billing;

namespace Novita.Client.Tests.Fixtures;

/// <summary>A client of a simulated service on loopback.</summary>
internal sealed class Session : IAsyncDisposable
{
    private Session(SimulatedService service, TestClock clock, int throttleLimit, int retries)
    {
        Service = service;
        Clock = clock;
        Client = new NovitaClient(
            new NovitaClientOptions
            {
                Endpoint = service.Endpoint,
                ThrottleLimit = throttleLimit,
                MaximumRetryCount = retries,
                Clock = clock,
                NextRandom = () => 0.5,
            },
            new ApiKey(service.ApiKey, "a test"));
    }

    public SimulatedService Service { get; }

    public NovitaClient Client { get; }

    public TestClock Clock { get; }

    public ConcurrentQueue<ClientEvent> Events { get; } = new();

    public IEnumerable<ClientEvent> Warnings => Events.Where(told => told.Kind == ClientEventKind.Warning);

    public CallContext Call => new(Events.Enqueue, CancellationToken.None);

    public Ledger Ledger => Service.Billing.Ledger;

    /// <summary>The ids of the fleet, in the service's order.</summary>
    public IEnumerable<string> Fleet => Service.Fleet.Snapshot().Select(instance => instance.Id);

    public static async Task<Session> StartAsync(
        SimulatorOptions? options = null, int throttleLimit = 8, int retries = 4, TestClock? clock = null) =>
        new(await SimulatedService.StartAsync(options), clock ?? new TestClock(), throttleLimit, retries);

    /// <summary>A session with an empty fleet and without retries.</summary>
    public static Task<Session> StartEmptyAsync(TestClock? clock = null) =>
        StartAsync(new SimulatorOptions { Instances = 0 }, retries: 0, clock: clock);

    /// <summary>Sets an instance's status, and what else is said of it; one that is not there becomes the newest.</summary>
    public Session Set(string id, string status, string members = "")
    {
        members = $"\"status\":\"{status}\"{(members.Length == 0 ? "" : ",")}{members}";
        var instance = new SimulatedInstance { Id = id, RawJson = Bodies.Detail(members, id) };
        if (!Service.Fleet.Replace(instance))
        {
            Service.Fleet.Add(instance);
        }

        return this;
    }

    public Awaited<Instance> Awaited(string id, Instance? known = null) => new(Client, id, known);

    public int TakeRequestCount()
    {
        var count = Service.Requests.Count;
        Service.Requests.Clear();
        return count;
    }

    public Listing<Instance> List(params ListRequest<Instance>[] requests) => List(100, false, requests);

    public Listing<Instance> List(int pageSize, bool verify, params ListRequest<Instance>[] requests) =>
        Client.List(requests.Length > 0 ? requests : [ListRequests.Instances()], Call, pageSize, verify);

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
