using System.Collections.Concurrent;
using Microsoft.Extensions.Time.Testing;
using Novita.Client.Billing;
using Novita.Client.Requests;
using Novita.Simulator;
using Novita.Simulator.Areas.Billing;

namespace Novita.Client.Tests.Fixtures;

/// <summary>A client of a simulated account, both by one clock that stands until a test moves it.</summary>
internal sealed class Account : IAsyncDisposable
{
    private readonly StandingClock _clock;

    private Account(SimulatedService service, FakeTimeProvider time)
    {
        Service = service;
        Time = time;
        _clock = new StandingClock(time);
        Client = new NovitaClient(
            new NovitaClientOptions { Endpoint = service.Endpoint, Clock = _clock, NextRandom = () => 0.5 },
            new ApiKey(service.ApiKey, "a test"));
    }

    /// <summary>Thursday, 26 November 2026, 11:00 UTC.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 26, 11, 0, 0, TimeSpan.Zero);

    public SimulatedService Service { get; }

    public FakeTimeProvider Time { get; }

    public NovitaClient Client { get; }

    public Ledger Ledger => Service.Billing.Ledger;

    public ConcurrentQueue<ClientEvent> Events { get; } = new();

    public CallContext Call => new(Events.Enqueue, CancellationToken.None);

    /// <summary>Starts an account whose only usage is what a test adds.</summary>
    public static async Task<Account> StartAsync(BillingOptions? billing = null, params SimulatedInstance[] instances)
    {
        var time = new FakeTimeProvider(Now);
        var service = await SimulatedService.StartAsync(new SimulatorOptions
        {
            Instances = 0,
            TimeProvider = time,
            Billing = billing ?? new BillingOptions { Gone = 0, Storage = 0 },
        });
        service.Fleet.Load(instances);
        return new Account(service, time);
    }

    public Task<IReadOnlyList<Charge>> ReadAsync(BillingPeriod period, string category = "gpu", BillingCycle cycle = BillingCycle.Day) =>
        ReadAsync(period, new ChargeQuery(category, cycle));

    public Task<IReadOnlyList<Charge>> ReadAsync(BillingPeriod period, params ChargeQuery[] queries) =>
        new ChargeReader(Client, queries, period, Call).ReadToEndAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Service.DisposeAsync();
    }

    private sealed class StandingClock(FakeTimeProvider time) : Clock
    {
        public override DateTimeOffset UtcNow => time.GetUtcNow();

        public override TimeSpan Uptime => time.GetUtcNow() - DateTimeOffset.UnixEpoch;

        public override Task Delay(TimeSpan delay, CancellationToken cancellationToken)
        {
            time.Advance(delay);
            return Task.CompletedTask;
        }
    }
}
