using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary>What is asked, and told, before something is changed.</summary>
public sealed class ConfirmTests : ServiceTest
{
    private const string New = "New-NovitaInstance -Name fresh -ProductId 4090.16c62g -ImageUrl ubuntu -GpuNum 1 -RootfsSize 60";

    [Theory]
    [InlineData("Start", "Medium")]
    [InlineData("Stop", "Medium")]
    [InlineData("Restart", "Medium")]
    [InlineData("Set", "Medium")]
    [InlineData("Remove", "High")]
    [InlineData("Update", "High")]
    [InlineData("Move", "High")]
    [InlineData("New", "High")]
    public void What_cannot_be_undone_or_costs_money_asks_by_itself(string verb, string impact)
    {
        var shell = NewShell().With("name", $"{verb}-NovitaInstance");

        Assert.Equal($"True {impact}", shell.Output("$m = [Management.Automation.CommandMetadata]::new((Get-Command $name)); \"$($m.SupportsShouldProcess) $($m.ConfirmImpact)\"").Single().ToString());
    }

    [Theory]
    [InlineData("Get")]
    [InlineData("Wait")]
    [InlineData("Watch")]
    public void What_only_looks_asks_nothing(string verb)
    {
        var shell = NewShell().With("name", $"{verb}-NovitaInstance");

        Assert.Equal("False", shell.Output("\"$([Management.Automation.CommandMetadata]::new((Get-Command $name)).SupportsShouldProcess)\"").Single().ToString());
    }

    [Theory]
    [MemberData(nameof(Change.Verbs), MemberType = typeof(Change))]
    public async Task WhatIf_names_each_instance_and_sends_nothing_that_changes(string verb)
    {
        var change = Change.Of(verb);
        var fleet = new SimulatedInstance[] { new() { Name = "alpha", Status = change.From }, new() { Name = "beta", Status = change.From } };
        var service = await StartAsync(fleet);
        var host = new AnsweringHost();
        using var shell = Connect(service, host);

        Assert.Empty(shell.Output($"Get-NovitaInstance -All | {change.Script} -WhatIf -PassThru"));

        Assert.Empty(service.Requests.Changing);
        Assert.Empty(host.Questions);
        Assert.All(fleet, instance =>
        {
            Assert.Contains(instance.Name, host.Shown, StringComparison.Ordinal);
            Assert.Contains(instance.Id, host.Shown, StringComparison.Ordinal);
        });
    }

    [Theory]
    [MemberData(nameof(Change.Actions), MemberType = typeof(Change))]
    public async Task WhatIf_waits_for_nothing(string verb)
    {
        var change = Change.Of(verb);
        var service = await StartAsync(new SimulatedInstance { Status = change.From });
        using var shell = Connect(service, new AnsweringHost());

        Assert.Empty(shell.Output($"{change.Script} -Name instance -WhatIf -Wait -PassThru"));

        Assert.Single(service.Requests, request => !request.Path.EndsWith("/products", StringComparison.Ordinal));
    }

    [Fact]
    public async Task WhatIf_of_a_new_instance_names_it_and_sends_nothing()
    {
        var service = await StartAsync(0);
        var host = new AnsweringHost();
        using var shell = Connect(service, host);

        Assert.Empty(shell.Output($"{New} -WhatIf -Wait"));

        Assert.Empty(service.Requests.Changing);
        Assert.Contains("instance 'fresh': 1 x 4090.16c62g, 60 GB root disk", host.Shown, StringComparison.Ordinal);
        Assert.Contains("bill", host.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Month 1 -BillingMode monthly", "instance 'fresh': 1 x 4090.16c62g, 60 GB root disk, monthly, 1 month paid at once")]
    [InlineData("-Month 12 -AutoRenew", "instance 'fresh': 1 x 4090.16c62g, 60 GB root disk, 12 months paid at once, renewed automatically")]
    public async Task WhatIf_of_a_subscription_says_for_how_long(string parameters, string told)
    {
        var host = new AnsweringHost();
        using var shell = Connect(await StartAsync(0), host);

        shell.Output($"{New} {parameters} -WhatIf");

        Assert.Contains($"\"{told}\"", host.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Set-NovitaInstance -RemovePort 22 -AddPort 80/http -RootfsSize 100", "Open 80/http and Close 22 and Grow the root disk to 100 GB")]
    [InlineData("Set-NovitaInstance -Port @()", "Close all ports")]
    [InlineData("Update-NovitaInstance -ImageUrl other", "delete the data on its disks")]
    [InlineData("Update-NovitaInstance -ImageUrl other -KeepData", "Update and restart")]
    [InlineData("Remove-NovitaInstance", "Delete the instance and its data")]
    [InlineData("Move-NovitaInstance", "lose the data on its disks")]
    public async Task WhatIf_says_what_would_be_lost(string script, string told)
    {
        var host = new AnsweringHost();
        using var shell = Connect(await StartAsync(1), host);

        shell.Output($"Get-NovitaInstance | {script} -WhatIf");

        Assert.Contains(told, host.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Remove-NovitaInstance")]
    [InlineData("Move-NovitaInstance")]
    [InlineData("Update-NovitaInstance -ImageUrl other")]
    [InlineData("Stop-NovitaInstance -Confirm")]
    [InlineData("Restart-NovitaInstance -Confirm")]
    [InlineData("Set-NovitaInstance -AddPort 9000/tcp -Confirm")]
    [InlineData("$ConfirmPreference = 'Medium'; Stop-NovitaInstance")]
    public async Task A_question_is_asked_for_each_and_no_leaves_it_alone(string script)
    {
        var service = await StartAsync(new SimulatedInstance { Name = "alpha" }, new SimulatedInstance { Name = "beta" });
        var host = new AnsweringHost("No");
        using var shell = Connect(service, host);

        Assert.Empty(shell.Output($"{script} -Name alpha, beta -PassThru"));

        Assert.Equal(2, host.Questions.Count);
        Assert.Contains("alpha", host.Questions[0], StringComparison.Ordinal);
        Assert.Contains("beta", host.Questions[1], StringComparison.Ordinal);
        Assert.Empty(service.Requests.Changing);
    }

    [Fact]
    public async Task All_questions_are_answered_before_anything_is_changed()
    {
        var service = await StartAsync(5);
        var host = new AnsweringHost("Halt Command");
        using var shell = Connect(service, host);

        shell.Invoke("Get-NovitaInstance -All | Remove-NovitaInstance");

        Assert.Single(host.Questions);
        Assert.Empty(service.Requests.Changing);
    }

    [Theory]
    [InlineData("Yes", 3)]
    [InlineData("Yes to All", 1)]
    [InlineData("No to All", 1)]
    public async Task Yes_changes_what_was_asked(string answer, int questions)
    {
        var service = await StartAsync(new SimulatedInstance(), new SimulatedInstance(), new SimulatedInstance());
        var host = new AnsweringHost(answer);
        using var shell = Connect(service, host);

        shell.Output("Get-NovitaInstance -All | Remove-NovitaInstance");

        Assert.Equal(questions, host.Questions.Count);
        Assert.Equal(answer == "No to All" ? 0 : 3, service.Requests.Changing.Count);
    }

    [Fact]
    public async Task A_new_instance_is_asked_for()
    {
        var service = await StartAsync(0);
        var host = new AnsweringHost("No");
        using var shell = Connect(service, host);

        Assert.Empty(shell.Output(New));

        Assert.Contains("fresh", Assert.Single(host.Questions), StringComparison.Ordinal);
        Assert.Empty(service.Requests.Changing);
    }

    [Theory]
    [InlineData("Start-NovitaInstance")]
    [InlineData("Remove-NovitaInstance -Confirm:$false")]
    [InlineData("$ConfirmPreference = 'None'; Remove-NovitaInstance")]
    [InlineData("Move-NovitaInstance -Confirm:$false")]
    [InlineData("Update-NovitaInstance -Command x -Confirm:$false")]
    public async Task What_runs_unattended_asks_nothing(string script)
    {
        var service = await StartAsync(new SimulatedInstance { Status = "exited" });
        var host = new AnsweringHost("No");
        using var shell = Connect(service, host);

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
        using var shell = Connect(await StartAsync(new SimulatedInstance { Name = "\u001b[2Jsafe\u202e" }), host);

        shell.Output("Get-NovitaInstance | Stop-NovitaInstance -WhatIf; Get-NovitaInstance | Stop-NovitaInstance -Confirm");

        Assert.DoesNotContain('\u001b', host.Shown + host.Questions.Single());
        Assert.DoesNotContain('\u202e', host.Shown + host.Questions.Single());
        Assert.Contains("safe", host.Questions.Single(), StringComparison.Ordinal);
    }

    private Shell Connect(SimulatedService service, AnsweringHost host)
    {
        var shell = NewShell(host).With("endpoint", service.Endpoint).With("key", service.ApiKey);
        shell.Output("Connect-Novita -Endpoint $endpoint -ApiKey $key");
        service.Requests.Clear();
        return shell;
    }
}
