using System.Management.Automation;
using System.Net;
using Novita.Simulator;
using Novita.Simulator.Areas.Credentials;
using Novita.Simulator.Areas.Jobs;
using Novita.Simulator.Areas.Networks;
using Novita.Simulator.Areas.Storage;
using Novita.Simulator.Areas.Templates;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Stands;

/// <summary>What the cmdlets of templates, registry credentials, network storage and networks have in common.</summary>
public sealed class StandTests : ServiceTest
{
    [Theory]
    [InlineData("Start-NovitaInstance i2", "/gpu/instance/start")]
    [InlineData("Stop-NovitaInstance i1", "/gpu/instance/stop")]
    [InlineData("Restart-NovitaInstance i1", "/gpu/instance/restart")]
    [InlineData("Remove-NovitaInstance i1", "/gpu/instance/delete")]
    [InlineData("Set-NovitaInstance i1 -AddPort 9000/tcp", "/gpu/instance/edit")]
    [InlineData("Update-NovitaInstance i1 -ImageUrl other:2", "/gpu/instance/upgrade")]
    [InlineData("Move-NovitaInstance i1", "/gpu/instance/migrate")]
    [InlineData("New-NovitaInstance -Template 1 -ProductId 4090.16c62g -GpuNum 1", "/gpu/instance/create")]
    [InlineData("Save-NovitaInstanceImage i1 -ImageUrl reg/x:1", "/job/save/image")]
    [InlineData("Stop-NovitaJob j1", "/job/break")]
    [InlineData("New-NovitaSubscription i1 -Month 1", "/transToMonthlyInstance")]
    [InlineData("Update-NovitaSubscription i3 -Month 1", "/renewInstance")]
    [InlineData("Set-NovitaSubscription i3 -AutoRenew $true", "/setAutoRenew")]
    [InlineData("New-NovitaTemplate fresh -ImageUrl i:1 -RootfsSize 60", "/template/create")]
    [InlineData("New-NovitaTemplate fresh -FromInstance i1", "/template/create")]
    [InlineData("Set-NovitaTemplate 1 -Name fresh", "/template/update")]
    [InlineData("Remove-NovitaTemplate 1", "/template/delete")]
    [InlineData("New-NovitaRegistryCredential fresh $credential", "/repository/auth/save")]
    [InlineData("Remove-NovitaRegistryCredential c1", "/repository/auth/delete")]
    [InlineData("New-NovitaNetworkStorage fresh -ClusterId us-ca-6 -Size 10", "/networkstorage/create")]
    [InlineData("Set-NovitaNetworkStorage s1 -Size 20", "/networkstorage/update")]
    [InlineData("Remove-NovitaNetworkStorage s1", "/networkstorage/delete")]
    [InlineData("New-NovitaNetwork fresh -ClusterId us-ca-6", "/network/create")]
    [InlineData("Set-NovitaNetwork n1 -Name fresh", "/network/update")]
    [InlineData("Remove-NovitaNetwork n1", "/network/delete")]
    public async Task WhatIf_sends_no_change_and_without_it_one_is_sent(string script, string path)
    {
        var service = await FilledAsync();
        var shell = Connect(service);

        shell.Output($"{script} -WhatIf");
        Assert.Empty(service.Requests.Changing);

        shell.Output($"{script} -Confirm:$false");
        Assert.EndsWith(path, Assert.Single(service.Requests.Changing).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "New-NovitaTemplate fresh -ImageUrl i:1 -RootfsSize 60", "/template/create", "Get-NovitaTemplate -Name 'fresh' -Exact -All")]
    [InlineData("New-NovitaRegistryCredential fresh $credential", "/repository/auth/save", "Get-NovitaRegistryCredential -Name 'fresh'")]
    [InlineData(
        "New-NovitaNetworkStorage fresh -ClusterId us-ca-6 -Size 10",
        "/networkstorage/create",
        "Get-NovitaNetworkStorage -Name 'fresh' -Exact -All")]
    [InlineData("New-NovitaNetwork fresh -ClusterId us-ca-6", "/network/create", "Get-NovitaNetwork -Name 'fresh' -Exact -All")]
    public async Task A_lost_answer_of_a_create_is_told_and_never_repeated(string script, string path, string look)
    {
        var service = await FilledAsync();
        service.PerformButLose(path);

        var run = Connect(service).Invoke($"{script} -Confirm:$false");

        Assert.Contains("The service may have done it all the same.", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal($"Look with {look} before you try again.", run.Error.ErrorDetails.RecommendedAction);
        Assert.Single(service.Requests.Changing);
    }

    [Fact]
    public async Task What_was_created_but_cannot_be_read_back_is_an_error_with_its_id()
    {
        var service = await FilledAsync();
        service.Refuse("/network", new ApiError(403, "FORBIDDEN", "no"));

        var run = Connect(service).Invoke("New-NovitaNetwork fresh -ClusterId us-ca-6");

        Assert.Null(run.Terminating);
        Assert.Contains($"was created with the id '{run.Error.TargetObject}'", run.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NovitaTemplate", "1")]
    [InlineData("NovitaRegistryCredential", "c1")]
    [InlineData("NovitaNetworkStorage", "s1")]
    [InlineData("NovitaNetwork", "n1")]
    public async Task Two_accounts_are_one_list_and_each_object_is_removed_through_its_own_session_and_passed_on(string noun, string id)
    {
        var (one, two) = (await FilledAsync(), await FilledAsync());
        var shell = ConnectBoth(one, two);

        var rows = shell.Output($"Get-{noun} -Session one, two").Select(row => $"{Value(row, "SessionName")} {Value(row, "Id")}");
        Assert.Equal([$"one {id}", $"two {id}"], rows);

        var removed = shell.Output($"Get-{noun} -Session one | Remove-{noun} -Confirm:$false -PassThru").Single();
        Assert.Equal((id, "one"), (Value(removed, "Id"), Value(removed, "SessionName")));
        Assert.Single(one.Requests.Changing);
        Assert.Empty(two.Requests.Changing);
    }

    [Theory]
    [InlineData("New-NovitaNetwork x -ClusterId us-ca-6", "A network is created in one session.")]
    [InlineData("New-NovitaInstance -ProductId p -ImageUrl i -GpuNum 1 -RootfsSize 60", "An instance is created in one session.")]
    public async Task A_create_in_two_sessions_is_refused(string script, string message)
    {
        var service = await FilledAsync();

        var run = ConnectBoth(service, service).Invoke($"{script} -Session one, two");

        Assert.StartsWith(message, run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests.Changing);
    }

    [Theory]
    [InlineData("Get-NovitaNetworkStorage -ClusterId US-CA-*", "s1")]
    [InlineData("Get-NovitaNetworkStorage DATA -Exact", "s1")]
    [InlineData("Get-NovitaNetworkStorage *more*", "s2")]
    [InlineData("'s2', 's1' | Get-NovitaNetworkStorage -All -Verify", "s2 s1")]
    [InlineData("Get-NovitaRegistryCredential -Id c1, c2", "c2 c1")]
    [InlineData("Get-NovitaRegistryCredential d*", "c2")]
    [InlineData("Get-NovitaRegistryCredential GHCR", "c1")]
    [InlineData("Get-NovitaTemplate", "1")]
    [InlineData("Get-NovitaTemplate -Channel OFFICIAL", "2")]
    [InlineData("Get-NovitaTemplate -Id 2, 1", "2 1")]
    public async Task Objects_are_found_by_name_filter_and_id(string script, string ids)
    {
        var service = await FilledAsync();
        service.Templates.Rows.Add(new SimulatedTemplate { Id = "2", Name = "comfy", Channel = "official" });
        service.Credentials.Rows.Add(new SimulatedCredential { Id = "c2", Name = "docker" });
        service.Storage.Rows.Add(new SimulatedStorage { Id = "s2", Name = "more data", ClusterId = "as-1" });

        Assert.Equal(ids, string.Join(' ', Connect(service).Output(script).Select(row => Value(row, "Id"))));
    }

    [Theory]
    [InlineData("Get-NovitaRegistryCredential -Id gone, c1", "No registry credential has the id 'gone'.")]
    [InlineData("Remove-NovitaNetwork -Name gone, lab -PassThru -Confirm:$false", "No network is named 'gone'.")]
    public async Task What_is_not_there_is_an_error_and_the_others_come(string script, string message)
    {
        var run = Connect(await FilledAsync()).Invoke(script);

        Assert.Equal(("NotFound", message), (run.ErrorId, run.Error.Exception.Message));
        Assert.Single(run.Output);
    }

    [Theory]
    [InlineData("NovitaNetwork n1", "10.0.0.2 (i1)")]
    [InlineData("NovitaRegistryCredential c1", "instance web (i1)")]
    [InlineData("NovitaNetworkStorage s1 -Force", "instance web (i1)")]
    public async Task What_is_in_use_is_an_error_that_names_what_uses_it(string target, string user)
    {
        var service = await FilledAsync();
        var web = new SimulatedInstance { Id = "i1", Name = "web", ImageAuthId = "c1", VolumeMounts = [new("network", 5, "/data", "s1")] };
        service.Fleet.Load([web, web with { Id = "i0", Name = "old", Status = "removed" }]);
        service.Networks.Rows.Update("n1", network => network with { Addresses = [new("i1", "10.0.0.2")] });

        var run = Connect(service).Invoke($"Remove-{target} -Confirm:$false");

        Assert.Equal("InUse", run.ErrorId);
        Assert.Contains($"used by {user}.", run.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_object_of_another_noun_is_refused_where_a_template_belongs()
    {
        var service = await FilledAsync();

        var run = Connect(service).Invoke("New-NovitaInstance -Template (Get-NovitaNetwork) -ProductId p -GpuNum 1");

        Assert.Equal("RequestInvalid", run.ErrorId);
        Assert.StartsWith("'n1' is a Network, but this cmdlet takes a template", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests.Changing);
    }

    [Fact]
    public async Task The_limit_of_networks_is_a_quota()
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 0, Networks = new() { Limit = 0 } });

        Assert.Equal("QuotaExceeded", Connect(service).Invoke("New-NovitaNetwork x -ClusterId us-ca-6").ErrorId);
    }

    [Theory]
    [InlineData("New-NovitaInstance -ImageAuthId ", "ghcr (c1)", "c1")]
    [InlineData("New-NovitaInstance -ImageAuthId GH", "ghcr (c1)", "c1")]
    [InlineData("New-NovitaInstance -NetworkStorage da", "data (s1)", "s1")]
    [InlineData("New-NovitaInstance -NetworkId la", "lab (n1)", "n1")]
    [InlineData("New-NovitaInstance -Template py", "pytorch (1)", "1")]
    [InlineData("New-NovitaTemplate -FromInstance we", "web (i1)", "i1")]
    [InlineData("New-NovitaTemplate -ImageAuthId gh", "ghcr (c1)", "c1")]
    [InlineData("Set-NovitaTemplate -ImageAuthId gh", "ghcr (c1)", "c1")]
    [InlineData("Update-NovitaInstance -ImageAuthId gh", "ghcr (c1)", "c1")]
    [InlineData("Update-NovitaInstance -NetworkStorage da", "data (s1)", "s1")]
    [InlineData("Save-NovitaInstanceImage -ImageAuthId gh", "ghcr (c1)", "c1")]
    [InlineData("Get-NovitaJob -InstanceId we", "web (i1)", "i1")]
    [InlineData("Get-NovitaCharge -InstanceId we", "web (i1)", "i1")]
    [InlineData("New-NovitaSubscription -Id we", "web (i1)", "i1")]
    [InlineData("Set-NovitaSubscription -Name we", "web", "web")]
    [InlineData("Find-NovitaIdleInstance we", "web", "web")]
    [InlineData("Get-NovitaNetworkStorage -Id da", "data (s1)", "s1")]
    [InlineData("Set-NovitaNetwork la", "lab (n1)", "n1")]
    [InlineData("Remove-NovitaRegistryCredential -Name gh", "ghcr", "ghcr")]
    [InlineData("Get-NovitaTemplate py", "pytorch", "pytorch")]
    [InlineData("Get-NovitaTemplate -Channel off", "official", "official")]
    public async Task Ids_and_names_are_completed_by_id_and_by_name(string line, string shown, string text)
    {
        var service = await FilledAsync();
        var shell = Connect(service);
        shell.Output("""
            'Instance', 'Template', 'RegistryCredential', 'NetworkStorage', 'Network' | ForEach-Object { $null = & "Get-Novita$_" }
            """);

        var choice = Assert.Single(shell.Complete(line));

        Assert.Equal((shown, text), (choice.ListItemText, choice.CompletionText.Trim('\'')));
    }

    [Fact]
    public async Task Objects_are_taken_where_ids_are()
    {
        var service = await FilledAsync();

        Connect(service).Output("""
            New-NovitaInstance web -Template (Get-NovitaTemplate) -ProductId 4090.16c62g -GpuNum 1 -Confirm:$false `
                -NetworkStorage (Get-NovitaNetworkStorage) -NetworkId (Get-NovitaNetwork) `
                -ImageAuthId (Get-NovitaRegistryCredential | ConvertTo-Json | ConvertFrom-Json)
            """);

        var body = Assert.Single(service.Requests.Changing).Body;
        Assert.Contains("\"imageAuthId\":\"c1\"", body, StringComparison.Ordinal);
        Assert.Contains(
            """{"Id":"s1","mountPoint":"/network"}],"networkId":"n1",""", body, StringComparison.Ordinal);
    }

    private new Shell Connect(SimulatedService service, string parameters = "") =>
        base.Connect(service, parameters)
            .With("credential", new PSCredential("me", new NetworkCredential("", "s3cret-word").SecurePassword));

    /// <summary>A service with one of each, and an instance of each sort.</summary>
    private async Task<SimulatedService> FilledAsync()
    {
        var service = await StartAsync(
            new SimulatedInstance { Id = "i1", Name = "web", ImageUrl = "i:1", RootfsSize = 60 },
            new SimulatedInstance { Id = "i2", Name = "stopped", Status = "exited" },
            new SimulatedInstance { Id = "i3", Name = "monthly", BillingMode = "monthly", EndTime = DateTimeOffset.UtcNow.AddDays(9) });
        service.Templates.Rows.Load(new SimulatedTemplate { Id = "1", Name = "pytorch" });
        service.Credentials.Rows.Load(new SimulatedCredential { Id = "c1", Name = "ghcr", Username = "me", Password = "hunter2-hunter2" });
        service.Storage.Rows.Load(new SimulatedStorage { Id = "s1", Name = "data", ClusterId = "us-ca-6" });
        service.Networks.Rows.Load(new SimulatedNetwork { Id = "n1", Name = "lab", ClusterId = "us-ca-6" });
        service.Jobs.Rows.Load(new SimulatedJob { Id = "j1", Type = "saveImage", State = new("running"), InstanceId = "i2" });
        return service;
    }
}
