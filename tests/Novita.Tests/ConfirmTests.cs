using System.Management.Automation;
using Novita.Simulator;
using Novita.Simulator.Areas.Storage;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary>What is asked, and told, before something is changed.</summary>
public sealed class ConfirmTests : ServiceTest
{
    private const string New = "New-NovitaInstance -Name fresh -ProductId 4090.16c62g -ImageUrl ubuntu -GpuNum 1 -RootfsSize 60";

    [Fact]
    public void What_cannot_be_undone_or_costs_money_asks_by_itself_and_what_only_looks_never_does()
    {
        var impacts = NewShell().Output("Get-Command -Module Novita").Select(command => (CmdletInfo)command.BaseObject)
            .Select(command => new CommandMetadata(command))
            .ToLookup(command => command.SupportsShouldProcess ? $"{command.ConfirmImpact}" : "", command => command.Name);

        Assert.Equal(
            [
                "Move-NovitaInstance", "New-NovitaInstance", "New-NovitaNetworkStorage", "New-NovitaSubscription", "Remove-NovitaInstance",
                "Remove-NovitaNetwork", "Remove-NovitaNetworkStorage", "Remove-NovitaRegistryCredential", "Remove-NovitaTemplate",
                "Set-NovitaNetworkStorage", "Stop-NovitaJob", "Update-NovitaInstance", "Update-NovitaSubscription",
            ],
            impacts["High"].Order(StringComparer.Ordinal));
        Assert.All(impacts["Medium"], name => Assert.Matches("^(New|Set|Start|Stop|Restart|Save)-", name));
        Assert.All(impacts[""], name => Assert.Matches("^(Get|Wait|Watch|Find|Measure|Connect|Disconnect)-", name));
    }

    [Fact]
    public async Task WhatIf_names_each_object_and_sends_and_waits_for_nothing()
    {
        var fleet = new SimulatedInstance[] { new() { Name = "alpha" }, new() { Name = "beta" } };
        var service = await StartAsync(fleet);
        var host = new AnsweringHost();
        var shell = Connect(service, host);

        Assert.Empty(shell.Output("Get-NovitaInstance -All | Stop-NovitaInstance -WhatIf -Wait -PassThru"));

        Assert.Empty(service.Requests.Changing);
        Assert.Single(service.Requests.Select(request => request.Path).Distinct());
        Assert.Empty(host.Questions);
        Assert.All(fleet, instance => Assert.Contains($"{instance.Name} ({instance.Id})", host.Shown, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData($"{New} -Wait", "instance 'fresh': 1 x 4090.16c62g, 60 GB root disk")]
    [InlineData(
        $"{New} -Month 1 -BillingMode monthly",
        "instance 'fresh': 1 x 4090.16c62g, 60 GB root disk, monthly, 1 month paid at once")]
    [InlineData(
        $"{New} -Month 12 -AutoRenew",
        "instance 'fresh': 1 x 4090.16c62g, 60 GB root disk, 12 months paid at once, renewed automatically")]
    [InlineData(
        "Set-NovitaInstance a -RemovePort 22 -AddPort 80/http -RootfsSize 100",
        "Open 80/http and Close 22 and Grow the root disk to 100 GB")]
    [InlineData("Set-NovitaInstance a -Port @()", "Close all ports")]
    [InlineData("Set-NovitaInstance a -AutoMigrate $true -MigrateSystemDisk", "Turn automatic migration on, system disk included")]
    [InlineData("Update-NovitaInstance a -ImageUrl other", "delete the data on its disks")]
    [InlineData("Update-NovitaInstance a -ImageUrl other -KeepData", "Update and restart")]
    [InlineData("Remove-NovitaInstance a", "Delete the instance and its data")]
    [InlineData("Move-NovitaInstance a", "lose the data on its disks")]
    [InlineData(
        "New-NovitaSubscription a -Month 3 -AutoRenew",
        "Buy a subscription of 3 months, and bill about 0.33 USD an hour (1 x 239.40 a month, 718.20 for 3 months at once)")]
    [InlineData("Update-NovitaSubscription a -Month 1", "Extend the subscription by 1 month, and bill about 0.33 USD an hour (1 x 239.40 a month")]
    [InlineData("Set-NovitaSubscription a -AutoRenew $true -AutoRenewMonth 2", "Turn the renewal on, by 2 months each time")]
    [InlineData(
        "New-NovitaNetworkStorage data -ClusterId us-ca-6 -Size 100",
        "network storage 'data': 100 GB in cluster us-ca-6, about 0.20 USD a day")]
    [InlineData("Set-NovitaNetworkStorage s -Size 200", "Grow from 100 to 200 GB, for about 0.30 USD a day more")]
    public async Task A_prompt_says_what_is_done_lost_and_billed_and_WhatIf_does_nothing(string script, string told)
    {
        var service = await StartAsync(new SimulatedInstance { Id = "a" });
        service.Storage.Rows.Load(new SimulatedStorage { Id = "s", Name = "data", Size = 100, Price = "300" });
        var host = new AnsweringHost();
        var shell = Connect(service, host);

        Assert.Empty(shell.Output($"{script} -WhatIf"));

        Assert.Empty(service.Requests.Changing);
        Assert.Contains(told, host.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Remove-NovitaInstance")]
    [InlineData("Stop-NovitaInstance -Confirm")]
    [InlineData("$ConfirmPreference = 'Medium'; Stop-NovitaInstance")]
    public async Task A_question_is_asked_for_each_and_no_leaves_it_alone(string script)
    {
        var service = await StartAsync(new SimulatedInstance { Name = "alpha" }, new SimulatedInstance { Name = "beta" });
        var host = new AnsweringHost("No");
        var shell = Connect(service, host);

        Assert.Empty(shell.Output($"{script} -Name alpha, beta -PassThru"));

        Assert.Equal(2, host.Questions.Count);
        Assert.Contains("alpha", host.Questions[0], StringComparison.Ordinal);
        Assert.Contains("beta", host.Questions[1], StringComparison.Ordinal);
        Assert.Empty(service.Requests.Changing);
    }

    [Theory]
    [InlineData("Yes", 3)]
    [InlineData("Yes to All", 1)]
    [InlineData("No to All", 1)]
    public async Task What_was_agreed_to_is_changed_once_all_questions_are_answered(string answer, int questions)
    {
        var service = await StartAsync(new SimulatedInstance(), new SimulatedInstance(), new SimulatedInstance());
        var host = new AnsweringHost(answer);
        var shell = Connect(service, host);
        using var answered = service.Intercept((context, next) =>
        {
            Assert.True(context.Request.Method == "GET" || host.Questions.Count == questions);
            return next(context);
        });

        shell.Output("Get-NovitaInstance -All | Remove-NovitaInstance");

        Assert.Equal(questions, host.Questions.Count);
        Assert.Equal(answer == "No to All" ? 0 : 3, service.Requests.Changing.Count);
    }

    [Theory]
    [InlineData("Start-NovitaInstance")]
    [InlineData("Remove-NovitaInstance -Confirm:$false")]
    [InlineData("$ConfirmPreference = 'None'; Remove-NovitaInstance")]
    public async Task What_runs_unattended_asks_nothing(string script)
    {
        var service = await StartAsync(new SimulatedInstance { Status = "exited" });
        var host = new AnsweringHost("No");
        var shell = Connect(service, host);

        shell.Output($"{script} -Name instance");

        Assert.Empty(host.Questions);
        Assert.Single(service.Requests.Changing);
    }

    [Fact]
    public async Task A_host_that_cannot_ask_changes_nothing()
    {
        var service = await StartAsync(1);

        var run = Connect(service).Invoke("Get-NovitaInstance | Remove-NovitaInstance");

        Assert.Equal("HostFunctionNotImplemented,Novita.Commands.RemoveNovitaInstanceCommand", run.Error.FullyQualifiedErrorId);
        Assert.Empty(service.Requests.Changing);
    }

    [Fact]
    public async Task A_name_with_control_characters_does_not_reach_the_question()
    {
        var host = new AnsweringHost();
        var shell = Connect(await StartAsync(new SimulatedInstance { Name = "\u001b[2Jsafe\u202e" }), host);

        shell.Output("Get-NovitaInstance | Stop-NovitaInstance -WhatIf; Get-NovitaInstance | Stop-NovitaInstance -Confirm");

        Assert.DoesNotContain('\u001b', host.Shown + host.Questions.Single());
        Assert.DoesNotContain('\u202e', host.Shown + host.Questions.Single());
        Assert.Contains("safe", host.Questions.Single(), StringComparison.Ordinal);
    }
}
