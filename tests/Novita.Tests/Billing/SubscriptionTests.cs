using Novita.Simulator;
using Novita.Simulator.Areas.Billing;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Billing;

/// <summary>The cmdlets of subscriptions: what they send and write.</summary>
public sealed class SubscriptionTests : ServiceTest
{
    [Theory]
    [InlineData("")]
    [InlineData("-PassThru")]
    public async Task A_purchase_writes_the_instance_with_its_new_end(string passThru)
    {
        var service = await StartAsync(new SimulatedInstance { Id = "a" });

        var bought = (Instance)Connect(service).Output($"New-NovitaSubscription -Id a -Month 2 -Confirm:$false {passThru}").Single().BaseObject;

        Assert.Equal("monthly", bought.BillingMode);
        Assert.Equal(service.Fleet.Find("a")!.EndTime!.Value.ToUnixTimeSeconds(), new DateTimeOffset(bought.EndTime!.Value).ToUnixTimeSeconds());
    }

    [Fact]
    public async Task A_renewal_is_turned_on_by_as_many_months_as_were_bought_unless_it_is_said()
    {
        var service = await StartAsync(new SimulatedInstance { Id = "a" }, new SimulatedInstance { Id = "b" });
        var shell = Connect(service);

        shell.Output("New-NovitaSubscription -Id a -Month 3 -AutoRenew -Confirm:$false; New-NovitaSubscription -Id b -Month 3 -AutoRenew -AutoRenewMonth 1 -Confirm:$false");

        Assert.Equal((3, 1), (service.Fleet.Find("a")!.AutoRenewMonths, service.Fleet.Find("b")!.AutoRenewMonths));
        shell.Output("Set-NovitaSubscription -Id a -AutoRenew $false");
        Assert.Null(service.Fleet.Find("a")!.AutoRenewMonths);
    }

    [Fact]
    public async Task A_balance_that_is_too_low_is_an_error_of_its_instance()
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 0, Billing = new BillingOptions { Balance = 300 } });
        service.Fleet.Load([new SimulatedInstance { Id = "a" }, new SimulatedInstance { Id = "b" }]);

        var run = Connect(service, "-ThrottleLimit 1").Invoke("New-NovitaSubscription -Id a, b -Month 1 -Confirm:$false");

        Assert.Equal("a", Value(run.Output.Single(), "Id"));
        Assert.Equal("BalanceTooLow", run.ErrorId);
        Assert.Contains("'b'", run.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Automatic_migration_is_set_alone_or_with_ports()
    {
        var service = await StartAsync(new SimulatedInstance { Id = "a" });
        var shell = Connect(service);

        shell.Output("Set-NovitaInstance -Id a -AutoMigrate $true -MigrateSystemDisk");
        Assert.Single(service.Requests);
        Assert.Equal((true, true), (service.Fleet.Find("a")!.AutoMigrate, service.Fleet.Find("a")!.MigratesSystemDisk));

        shell.Output("Set-NovitaInstance -Id a -AutoMigrate $false -AddPort 9000/tcp");
        Assert.Equal((false, 1), (service.Fleet.Find("a")!.AutoMigrate, service.Fleet.Find("a")!.PortMappings.Length));
    }
}
