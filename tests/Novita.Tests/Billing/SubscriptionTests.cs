using Novita.Simulator;
using Novita.Simulator.Areas.Billing;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Billing;

/// <summary>What buys a subscription asks first, and what it writes.</summary>
public sealed class SubscriptionTests : ServiceTest
{
    [Theory]
    [InlineData("New-NovitaSubscription", "High")]
    [InlineData("Update-NovitaSubscription", "High")]
    [InlineData("Set-NovitaSubscription", "Medium")]
    public void What_spends_money_at_once_asks_by_itself(string name, string impact)
    {
        var shell = NewShell().With("name", name);

        Assert.Equal(impact, shell.Output("\"$([Management.Automation.CommandMetadata]::new((Get-Command $name)).ConfirmImpact)\"").Single().ToString());
    }

    [Theory]
    [InlineData("New-NovitaSubscription -Month 3 -AutoRenew", "Buy a subscription of 3 months, and bill about 0.33 USD an hour (1 x 239.40 a month, 718.20 for 3 months at once)")]
    [InlineData("Update-NovitaSubscription -Month 1", "Extend the subscription by 1 month, and bill about 0.33 USD an hour (1 x 239.40 a month, 239.40 for 1 month at once)")]
    [InlineData("Set-NovitaSubscription -AutoRenew $true -AutoRenewMonth 2", "Turn the renewal on, by 2 months each time")]
    [InlineData("Set-NovitaInstance -AutoMigrate $true -MigrateSystemDisk", "Turn automatic migration on, system disk included")]
    public async Task WhatIf_changes_nothing_and_says_what_would_be_bought(string script, string told)
    {
        var service = await StartAsync(new SimulatedInstance { Id = "a" });
        var host = new AnsweringHost();
        var shell = NewShell(host);
        shell.With("endpoint", service.Endpoint).With("key", service.ApiKey).Output("Connect-Novita -Endpoint $endpoint -ApiKey $key");

        shell.Output($"{script} -Id a -WhatIf");

        Assert.Empty(service.Requests.Changing);
        Assert.Contains(told, host.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_price_that_is_not_in_the_catalog_is_not_known()
    {
        var service = await StartAsync(new SimulatedInstance { Id = "a", ProductId = "gone" });
        var host = new AnsweringHost("No");
        var shell = NewShell(host);
        shell.With("endpoint", service.Endpoint).With("key", service.ApiKey).Output("Connect-Novita -Endpoint $endpoint -ApiKey $key");

        shell.Output("New-NovitaSubscription -Id a -Month 2");

        Assert.Contains("the price is not known", Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.Empty(service.Requests.Changing);
    }

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
    public async Task A_purchase_whose_response_is_lost_is_made_once_and_is_a_success()
    {
        var service = await StartAsync(new SimulatedInstance { Id = "a" });
        service.PerformButLose("/gpu/instance/transToMonthlyInstance");

        var bought = Connect(service).Output("New-NovitaSubscription -Id a -Month 1 -Confirm:$false").Single();

        Assert.Equal("monthly", bought.Properties["BillingMode"].Value);
        Assert.Single(service.Billing.Ledger.Purchases);
        Assert.Single(service.Requests.Changing);
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

    [Theory]
    [InlineData("New-NovitaSubscription -Id a -Month 1 -AutoRenewMonth 2 -Confirm:$false", "AutoRenewMonth has no effect without AutoRenew. Give AutoRenew too")]
    [InlineData("Set-NovitaSubscription -Id a -AutoRenew $false -AutoRenewMonth 2", "AutoRenewMonth has no effect without renewal")]
    [InlineData("Set-NovitaInstance -Id a -MigrateSystemDisk", "MigrateSystemDisk has no effect without AutoMigrate. Give -AutoMigrate $true")]
    [InlineData("Set-NovitaInstance -Id a -AddPort 80/http -MigrateSystemDisk", "MigrateSystemDisk has no effect without AutoMigrate")]
    public async Task Parameters_that_do_not_go_together_are_refused_before_anything_is_sent(string script, string problem)
    {
        var service = await StartAsync(new SimulatedInstance { Id = "a" });

        var run = Connect(service).Invoke(script);

        Assert.Equal("RequestInvalid", run.ErrorId);
        Assert.Contains(problem, run.Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Fact]
    public async Task A_balance_that_is_too_low_is_an_error_of_its_instance()
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 0, Billing = new BillingOptions { Balance = 300 } });
        service.Fleet.Load([new SimulatedInstance { Id = "a" }, new SimulatedInstance { Id = "b" }]);

        var run = Connect(service, "-ThrottleLimit 1").Invoke("New-NovitaSubscription -Id a, b -Month 1 -Confirm:$false");

        Assert.Equal("a", run.Output.Single().Properties["Id"].Value);
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
