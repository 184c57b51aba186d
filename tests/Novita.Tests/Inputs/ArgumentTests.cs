using System.Text.Json.Nodes;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Inputs;

/// <summary>What scripts really give to cmdlets, and what must not be taken for an argument.</summary>
public sealed class ArgumentTests : ServiceTest
{
    private const string New = "New-NovitaInstance -Confirm:$false -ProductId 4090.16c62g -ImageUrl i -GpuNum 1 -RootfsSize 60";

    private static readonly SimulatedInstance s_instance = new()
    {
        Id = "a",
        PortMappings = [new(8888, "http"), new(22, "tcp")],
        VolumeMounts = [new("local", 30, "/workspace"), new("network", 100, "/data", "vol-1")],
        Envs = [new("TOKEN", "hunter2")],
    };

    [Theory]
    [InlineData("Get-NovitaInstance -Status stopped", "-Status 'stopped' is not a documented value; did you mean exited?")]
    [InlineData("Get-NovitaInstance -Status runing, running", "-Status 'runing' is not a documented value; did you mean running?")]
    [InlineData("Watch-NovitaInstance -Status stopped -TimeoutSec 1 -IntervalSec 1", "did you mean exited?")]
    [InlineData("'a' | Wait-NovitaInstance -Status stopped, running", "did you mean exited?")]
    [InlineData("$null = " + New + " -BillingMode spott", "-BillingMode 'spott' is not a documented value; did you mean spot?")]
    [InlineData("Get-NovitaJob -State succeeded", "did you mean success?")]
    [InlineData("Get-NovitaJob -Type saveimages", "did you mean saveImage?")]
    public async Task A_value_that_is_not_documented_is_one_warning_that_names_the_nearest(string script, string told)
    {
        var service = await StartInFastTimeAsync(s_instance);
        var run = Connect(service).Invoke(script);

        Assert.Contains(told, Assert.Single(run.Warnings), StringComparison.Ordinal);
        Assert.All(run.Errors, error => Assert.Contains("billingMode", error.Exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_value_that_is_documented_is_no_warning() =>
        Connect(await StartAsync(s_instance)).Output("Get-NovitaInstance -Status RUNNING, exit*, toStop, *");

    [Theory]
    [InlineData("Get-NovitaInstance -First 1 | ConvertTo-Json -Depth 5 -Compress | Stop-NovitaInstance -WhatIf")]
    [InlineData("(Get-NovitaInstance).Envs | ConvertTo-Json -Compress | Stop-NovitaInstance")]
    [InlineData("\"$((Get-NovitaInstance).VolumeMounts[1])\" | Remove-NovitaInstance -Confirm:$false")]
    [InlineData("Get-NovitaInstance | ForEach-Object { \"$_\" } | Restart-NovitaInstance")]
    [InlineData("'   ' | Stop-NovitaInstance -WhatIf")]
    [InlineData("('x' * 5000) | Stop-NovitaInstance")]
    [InlineData("Get-NovitaJob -Id '{\"Value\":\"hunter2\"}'")]
    [InlineData("Get-NovitaJob -InstanceId ' '")]
    public async Task What_is_not_an_id_is_one_short_error_and_nothing_is_planned_or_sent(string script)
    {
        var service = await StartAsync(s_instance with { Name = "the name" });
        var run = Connect(service).Invoke(script);

        var error = run.Error;
        Assert.StartsWith("RequestInvalid", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.InRange($"{error.Exception.Message}{error.CategoryInfo}".Length, 1, 600);
        Assert.DoesNotContain("hunter2", $"{error.Exception.Message}{error.CategoryInfo}{error.TargetObject}", StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.True(service.Requests.Count <= 1);
        Assert.Empty(service.Requests.Changing);
    }

    [Theory]
    [InlineData("\" a`r`n\" | Stop-NovitaInstance")]
    [InlineData("Stop-NovitaInstance -Id ' a '")]
    [InlineData("'a' , \"a`r\" | Stop-NovitaInstance")]
    public async Task White_space_around_an_id_is_left_out(string script)
    {
        var service = await StartAsync(s_instance);

        Connect(service).Output(script);

        Assert.Equal("a", (string?)JsonNode.Parse(Assert.Single(service.Requests.Changing).Body)!["instanceId"]);
    }

    [Fact]
    public async Task White_space_around_the_id_of_a_filter_is_left_out()
    {
        var service = await StartAsync(s_instance);

        Connect(service).Invoke("Get-NovitaJob -Id \" job-1`r\"");

        Assert.Equal("job-1", service.Requests.First().Query["jobId"]);
    }

    [Theory]
    [InlineData("$bare | Stop-NovitaInstance")]
    [InlineData("$bare | Wait-NovitaInstance")]
    public async Task An_instance_without_an_id_is_one_clear_error(string script)
    {
        var service = await StartAsync(s_instance);
        var run = Connect(service).Invoke($"$bare = [Runtime.CompilerServices.RuntimeHelpers]::GetUninitializedObject([Novita.Instance]); {script}");

        Assert.StartsWith("RequestInvalid,", run.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("The object has no Id", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    [Theory]
    [InlineData("[Novita.Instance] @{ Id = 'a'; Status = 'running' }")]
    [InlineData("[Novita.Instance] @{ Id = 'a'; PortMappings = '22/tcp', '80/http' }")]
    [InlineData("([Runtime.CompilerServices.RuntimeHelpers]::GetUninitializedObject([Novita.Instance]) | Add-Member Id a -Force -PassThru)")]
    public async Task An_instance_that_a_test_made_stands_for_its_id(string script)
    {
        var service = await StartAsync(s_instance);

        Connect(service).Output($"$made = {script}; $made | Stop-NovitaInstance");

        Assert.Equal("a", (string?)JsonNode.Parse(Assert.Single(service.Requests.Changing).Body)!["instanceId"]);
    }

    [Theory]
    [InlineData("Set-NovitaInstance a -Port @($null)")]
    [InlineData("Set-NovitaInstance a -RemovePort @($null)")]
    [InlineData("Update-NovitaInstance a -NetworkStorage @($null) -Confirm:$false")]
    [InlineData(New + " -Port @($null)")]
    [InlineData(New + " -NetworkStorage @($null)")]
    [InlineData(New + " -EnvironmentVariable @($null)")]
    [InlineData(New + " -Port ('8' * 100)")]
    [InlineData(New + " -NetworkStorage (Get-NovitaInstance)")]
    [InlineData(New + " -NetworkStorage 'network 100 GB /data'")]
    [InlineData("Update-NovitaInstance a -NetworkStorage 'network 100 GB /data' -Confirm:$false")]
    [InlineData("Update-NovitaInstance a -NetworkStorage ((Get-NovitaInstance).VolumeMounts | Where-Object Type -eq local) -Confirm:$false")]
    [InlineData(New + " -ClusterId (Get-NovitaInstance | ConvertTo-Json)")]
    [InlineData(New + " -NetworkId ' '")]
    public async Task An_argument_that_means_nothing_is_an_error_and_nothing_is_changed(string script)
    {
        var service = await StartAsync(s_instance);
        var run = Connect(service).Invoke(script);

        Assert.DoesNotContain("NullReference", $"{run.Error.Exception}", StringComparison.Ordinal);
        Assert.InRange(run.Error.Exception.Message.Length, 1, 400);
        Assert.DoesNotContain("hunter2", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests.Changing);
    }

    [Theory]
    [InlineData("$i")]
    [InlineData("($i | ConvertTo-Json | ConvertFrom-Json)")]
    public async Task Settings_of_an_instance_make_another_like_it(string source)
    {
        var service = await StartAsync(s_instance);

        var run = Connect(service).Invoke($"$i = Get-NovitaInstance; $like = {source}; {New} -Port $like.PortMappings -EnvironmentVariable $like.Envs -NetworkStorage $like.VolumeMounts -Verbose");

        Assert.Empty(run.Errors);
        Assert.Contains("The local volume at /workspace is left out: it belongs to its instance.", run.Verbose);
        var body = service.Requests.Changing.Single().Body;
        Assert.Contains("\"ports\":\"8888/http, 22/tcp\"", body, StringComparison.Ordinal);
        Assert.Contains("\"networkStorages\":[{\"Id\":\"vol-1\",\"mountPoint\":\"/data\"}]", body, StringComparison.Ordinal);
        Assert.Contains("\"envs\":[{\"key\":\"TOKEN\",\"value\":\"hunter2\"}]", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("All", "$true")]
    [InlineData("Verify", "$true")]
    [InlineData("PageSize", "50")]
    public async Task A_default_for_lists_breaks_nothing_by_id(string parameter, string value)
    {
        var shell = Connect(await StartAsync(s_instance));

        Assert.Single(shell.Output($"$PSDefaultParameterValues['Get-NovitaInstance:{parameter}'] = {value}; Get-NovitaInstance | Get-NovitaInstance"));
    }

    [Theory]
    [InlineData("$i.PortMappings -contains '22/tcp'")]
    [InlineData("'22/tcp' -in $i.PortMappings")]
    [InlineData("[bool]($i | Where-Object PortMappings -contains '22/tcp')")]
    [InlineData("'token' -in $i.Envs")]
    [InlineData("$i.VolumeMounts -contains 'network 100 GB /data'")]
    [InlineData("$i.PortMappings -contains [Novita.PortMapping] '22/tcp'")]
    [InlineData("$null -eq (Compare-Object $i.PortMappings ('22/tcp', '8888/http'))")]
    [InlineData("($i.PortMappings + $i.PortMappings | Select-Object -Unique).Count -eq 2")]
    [InlineData("-not ($i.PortMappings -contains '23/tcp')")]
    public async Task Lists_contain_their_own_texts(string script)
    {
        var shell = Connect(await StartAsync(s_instance));

        Assert.Equal([true], shell.Output($"$i = Get-NovitaInstance; {script}").Select(value => value.BaseObject));
    }

    [Fact]
    public async Task A_report_begins_with_id_and_name() =>
        Assert.StartsWith("\"Id\",\"Name\",", $"{Connect(await StartAsync(s_instance)).Output("Get-NovitaInstance -Id a | ConvertTo-Csv")[0]}", StringComparison.Ordinal);

    [Fact]
    public async Task A_single_instance_is_counted_in_the_singular()
    {
        var shell = Connect(await StartAsync(s_instance));

        Assert.StartsWith("1 instance would be changed", shell.Invoke("Stop-NovitaInstance a -MaxAffected 0").Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(shell.Invoke("Get-NovitaInstance -Verbose").Verbose, text => text.Contains(": 1 instance of 1", StringComparison.Ordinal));
    }
}
