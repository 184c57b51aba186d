using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests.Inputs;

/// <summary>Objects come whole through jobs and files.</summary>
public sealed class SerializationTests : ServiceTest
{
    private const string Roundtrip = "$far = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($near))";

    private static readonly SimulatedInstance s_instance = new()
    {
        Id = "a",
        PortMappings = [new(8888, "http"), new(22, "tcp")],
        VolumeMounts = [new("local", 30, "/workspace"), new("network", 100, "/data", "vol-1")],
        Envs = [new("MODE", "x")],
        NetworkId = "vpc-1",
    };

    [Theory]
    [InlineData("Get-NovitaInstance")]
    [InlineData("Get-NovitaInstance -Id a")]
    public async Task An_instance_comes_back_as_the_live_type_with_all_its_parts(string script)
    {
        var shell = Connect(await StartAsync(s_instance));
        shell.Output($"$near = {script}; {Roundtrip}");

        Assert.Equal([true], Values(shell, "$far.GetType() -eq $near.GetType()"));
        Assert.Equal(["22"], Values(shell, "\"$($far.PortMappings | Where-Object Type -eq tcp | ForEach-Object Port)\""));
        Assert.Equal([true, true, true], Values(shell, "$far.PortMappings -contains '22/tcp'; 'MODE' -in $far.Envs; $far.PortMappings[0] -eq $near.PortMappings[0]"));
        Assert.Equal([100m, "vol-1"], Values(shell, "$far.VolumeMounts[1].Size; $far.VolumeMounts[1].Id"));
        Assert.Empty(shell.Output("Compare-Object ($near | ConvertTo-Csv) ($far | ConvertTo-Csv)"));
        Assert.Empty(shell.Output("Compare-Object ($near | ConvertTo-Json) ($far | ConvertTo-Json)"));
    }

    [Fact]
    public async Task A_connection_comes_whole_without_its_password()
    {
        var service = await StartAsync(s_instance);
        var shell = Connect(service);
        shell.Output($"$near = Get-NovitaInstance -Id a; {Roundtrip}");

        Assert.Equal([true, "********"], Values(shell, "[bool] $near.ConnectComponentSSH.SshCommand -and $far.ConnectComponentSSH.SshCommand -eq $near.ConnectComponentSSH.SshCommand; \"$($far.ConnectComponentSSH.Password)\""));
        Assert.Contains("without its text", shell.Invoke("$far.ConnectComponentSSH.Password.Reveal()").Error.Exception.Message, StringComparison.Ordinal);
        var xml = $"{shell.Output("[Management.Automation.PSSerializer]::Serialize($near)").Single()}";
        Assert.All(service.Fleet.Find("a")!.Secrets, secret => Assert.DoesNotContain(secret, xml, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_came_through_binds_where_the_live_object_does()
    {
        var service = await StartAsync(s_instance);
        var shell = Connect(service);
        shell.Output($"$near = Get-NovitaInstance; {Roundtrip}; $far | Stop-NovitaInstance");
        shell.Output("New-NovitaInstance -Confirm:$false -ProductId 4090.16c62g -ImageUrl i -GpuNum 1 -RootfsSize 60 -Port $far.PortMappings -EnvironmentVariable $far.Envs -NetworkStorage $far.VolumeMounts");

        var body = service.Requests.Changing[^1].Body;
        Assert.Contains("\"ports\":\"8888/http, 22/tcp\"", body, StringComparison.Ordinal);
        Assert.Contains("[{\"Id\":\"vol-1\",\"mountPoint\":\"/data\"}]", body, StringComparison.Ordinal);
        Assert.Contains("[{\"key\":\"MODE\",\"value\":\"x\"}]", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_script_added_stays()
    {
        var shell = Connect(await StartAsync(s_instance));

        Assert.Equal(["me"], Values(shell, $"$near = Get-NovitaInstance | Add-Member Owner me -PassThru; {Roundtrip}; $far.Owner"));
    }

    [Fact]
    public async Task Tab_offers_no_member_that_serialisation_needs()
    {
        var shell = Connect(await StartAsync(s_instance));
        shell.Output("$near = Get-NovitaInstance");

        var choices = shell.Complete("$near.");

        Assert.Contains(choices, choice => choice.ListItemText == "PortMappings");
        Assert.DoesNotContain(choices, choice => choice.ListItemText.StartsWith("PSStandard", StringComparison.Ordinal));
    }

    private static IEnumerable<object?> Values(Shell shell, string script) => shell.Output(script).Select(value => value?.BaseObject);
}
