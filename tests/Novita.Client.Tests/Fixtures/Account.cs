using Novita.Client.Billing;
using Novita.Client.Requests;
using Novita.Simulator;
using Novita.Simulator.Areas.Billing;

namespace Novita.Client.Tests.Fixtures;

/// <summary>Simulated accounts whose only usage is what a test adds, each by one clock with its client.</summary>
internal static class Account
{
    /// <summary>Thursday, 26 November 2026, 11:00 UTC.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 11, 26, 11, 0, 0, TimeSpan.Zero);

    public static async Task<Session> StartAsync(BillingOptions? billing = null, params SimulatedInstance[] instances)
    {
        var clock = new TestClock(Now);
        billing ??= new BillingOptions { Gone = 0, Storage = 0 };
        var session = await Session.StartAsync(
            new SimulatorOptions { Instances = 0, TimeProvider = clock.Provider, Billing = billing }, clock: clock);
        session.Service.Fleet.Load(instances);
        return session;
    }

    public static Task<IReadOnlyList<Charge>> ReadChargesAsync(
        this Session account, BillingPeriod period, string category = "gpu", BillingCycle cycle = BillingCycle.Day) =>
        account.ReadChargesAsync(period, new ChargeQuery(category, cycle));

    public static Task<IReadOnlyList<Charge>> ReadChargesAsync(this Session account, BillingPeriod period, params ChargeQuery[] queries) =>
        new ChargeReader(account.Client, queries, period, account.Call).ReadToEndAsync();
}
