using System.Management.Automation;
using System.Net;
using Novita.Simulator;
using Novita.Simulator.Areas.Credentials;
using Novita.Simulator.Areas.Networks;
using Novita.Simulator.Areas.Storage;
using Novita.Simulator.Areas.Templates;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Stands;

/// <summary>What the cmdlets of templates, registry credentials, network storage and networks have in common.</summary>
public sealed class StandTests : ServiceTest
{
    /// <summary>Each changing cmdlet, and the path that it calls.</summary>
    public static TheoryData<string, string> Changes => new()
    {
        { "New-NovitaTemplate fresh -ImageUrl i:1 -RootfsSize 60", "/template/create" },
        { "New-NovitaTemplate fresh -FromInstance i1", "/template/create" },
        { "Set-NovitaTemplate 1 -Name fresh", "/template/update" },
        { "Remove-NovitaTemplate 1", "/template/delete" },
        { "New-NovitaRegistryCredential fresh $credential", "/repository/auth/save" },
        { "Remove-NovitaRegistryCredential c1", "/repository/auth/delete" },
        { "New-NovitaNetworkStorage fresh -ClusterId us-ca-6 -Size 10", "/networkstorage/create" },
        { "Set-NovitaNetworkStorage s1 -Size 20", "/networkstorage/update" },
        { "Remove-NovitaNetworkStorage s1", "/networkstorage/delete" },
        { "New-NovitaNetwork fresh -ClusterId us-ca-6", "/network/create" },
        { "Set-NovitaNetwork n1 -Name fresh", "/network/update" },
        { "Remove-NovitaNetwork n1", "/network/delete" },
        { "New-NovitaInstance -Template 1 -ProductId 4090.16c62g -GpuNum 1", "/gpu/instance/create" },
    };

    [Theory]
    [MemberData(nameof(Changes))]
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

    [Theory]
    [InlineData("New-NovitaTemplate fresh -ImageUrl i:1 -RootfsSize 60", "/template")]
    [InlineData("New-NovitaNetworkStorage fresh -ClusterId us-ca-6 -Size 10", "/networkstorages/list")]
    [InlineData("New-NovitaNetwork fresh -ClusterId us-ca-6", "/network")]
    public async Task What_was_created_but_cannot_be_read_back_is_an_error_with_its_id(string script, string path)
    {
        var service = await FilledAsync();
        service.Refuse(path, new ApiError(403, "FORBIDDEN", "no"));

        var run = Connect(service).Invoke($"{script} -Confirm:$false");

        Assert.Null(run.Terminating);
        Assert.Contains($"was created with the id '{run.Error.TargetObject}'", run.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-NovitaTemplate", "1")]
    [InlineData("Get-NovitaRegistryCredential", "c1")]
    [InlineData("Get-NovitaNetworkStorage", "s1")]
    [InlineData("Get-NovitaNetwork", "n1")]
    public async Task Two_accounts_are_one_list(string cmdlet, string id)
    {
        var (one, two) = (await FilledAsync(), await FilledAsync());
        var shell = Connect(one, "-Name one").With("endpoint", two.Endpoint).With("key", two.ApiKey);
        shell.Output("Connect-Novita -Endpoint $endpoint -ApiKey $key -Name two");

        var rows = shell.Output($"{cmdlet} -Session one, two");

        Assert.Equal([$"one {id}", $"two {id}"], rows.Select(row => $"{Value(row, "SessionName")} {Value(row, "Id")}"));
    }

    [Theory]
    [InlineData("NovitaTemplate", "1")]
    [InlineData("NovitaRegistryCredential", "c1")]
    [InlineData("NovitaNetworkStorage", "s1")]
    [InlineData("NovitaNetwork", "n1")]
    public async Task An_object_is_removed_through_its_own_session_and_passed_on(string noun, string id)
    {
        var (one, two) = (await FilledAsync(), await FilledAsync());
        var shell = Connect(one, "-Name one").With("endpoint", two.Endpoint).With("key", two.ApiKey);
        shell.Output("Connect-Novita -Endpoint $endpoint -ApiKey $key -Name two");

        var removed = shell.Output($"Get-{noun} -Session one | Remove-{noun} -Confirm:$false -PassThru").Single();

        Assert.Equal((id, "one"), (Value(removed, "Id"), Value(removed, "SessionName")));
        Assert.Single(one.Requests.Changing);
        Assert.Empty(two.Requests.Changing);
    }

    [Theory]
    [InlineData("NovitaTemplate", "A template is created")]
    [InlineData("NovitaNetwork", "A network is created")]
    public async Task A_create_in_two_sessions_is_refused(string noun, string message)
    {
        var service = await FilledAsync();
        var shell = Connect(service, "-Name one");
        shell.Output("Connect-Novita -Endpoint $endpoint -ApiKey $key -Name two");

        var run = shell.Invoke(noun == "NovitaNetwork"
            ? "New-NovitaNetwork x -ClusterId us-ca-6 -Session one, two"
            : "New-NovitaTemplate x -ImageUrl i -RootfsSize 60 -Session one, two");

        Assert.StartsWith(message, run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests.Changing);
    }

    [Theory]
    [InlineData("Set-NovitaTemplate 1", "There is nothing to set")]
    [InlineData("Set-NovitaTemplate 1 -Port 2222/tcp", "Port 2222 is reserved")]
    [InlineData("Set-NovitaTemplate 1 -Name ('x' * 256)", "Name has 256 characters")]
    [InlineData("Set-NovitaNetworkStorage s1", "There is nothing to set")]
    [InlineData("Set-NovitaNetworkStorage s1 -Size 9", "Size is 9")]
    [InlineData("Set-NovitaNetwork n1 -Name ('x' * 31)", "Name has 31 characters")]
    [InlineData("New-NovitaNetwork ('x' * 31) -ClusterId us-ca-6", "Name has 31 characters")]
    [InlineData("New-NovitaNetworkStorage x -ClusterId us-ca-6 -Size 0", "Size is 0")]
    [InlineData("New-NovitaTemplate x -ImageUrl ('i' * 501) -RootfsSize 60", "ImageUrl has 501 characters")]
    [InlineData("New-NovitaTemplate x -FromInstance i1 -Readme ('x' * 102401)", "Readme has 102401 characters")]
    [InlineData("New-NovitaInstance -Template 1 -ProductId p -GpuNum 9", "GpuNum is 9")]
    [InlineData(
        "New-NovitaInstance -Template (Get-NovitaNetwork) -ProductId p -GpuNum 1", "'n1' is a Network, but this cmdlet takes a template")]
    public async Task A_wrong_value_is_one_clear_error_and_no_change_is_sent(string script, string message)
    {
        var service = await FilledAsync();

        var run = Connect(service).Invoke($"{script} -Confirm:$false");

        Assert.StartsWith(message, run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("RequestInvalid", run.ErrorId);
        Assert.Empty(service.Requests.Changing);
    }

    [Theory]
    [InlineData("NovitaNetwork n1", "10.0.0.2 (i1)")]
    [InlineData("NovitaRegistryCredential c1", "instance web (i1)")]
    public async Task What_is_in_use_is_an_error_that_names_what_uses_it(string target, string user)
    {
        var service = await FilledAsync();
        service.Fleet.Load([new SimulatedInstance { Id = "i0", Name = "old", ImageAuthId = "c1", Status = "removed" }, new SimulatedInstance { Id = "i1", Name = "web", ImageAuthId = "c1" }]);
        service.Networks.Rows.Update("n1", network => network with { Addresses = [new("i1", "10.0.0.2")] });

        var run = Connect(service).Invoke($"Remove-{target} -Confirm:$false");

        Assert.Equal("InUse", run.ErrorId);
        Assert.Contains($"used by {user}.", run.Error.Exception.Message, StringComparison.Ordinal);
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

    private static object? Value(PSObject shown, string property) => shown.Properties[property].Value;

    private new Shell Connect(SimulatedService service, string parameters = "") =>
        base.Connect(service, parameters)
            .With("credential", new PSCredential("me", new NetworkCredential("", "s3cret-word").SecurePassword));

    /// <summary>A service with one of each.</summary>
    private async Task<SimulatedService> FilledAsync()
    {
        var service = await StartAsync(new SimulatedInstance { Id = "i1", Name = "web", ImageUrl = "i:1", RootfsSize = 60 });
        service.Templates.Rows.Load(new SimulatedTemplate { Id = "1", Name = "pytorch" });
        service.Credentials.Rows.Load(new SimulatedCredential { Id = "c1", Name = "ghcr", Username = "me", Password = "hunter2-hunter2" });
        service.Storage.Rows.Load(new SimulatedStorage { Id = "s1", Name = "data" });
        service.Networks.Rows.Load(new SimulatedNetwork { Id = "n1", Name = "lab", ClusterId = "us-ca-6" });
        return service;
    }
}
