using System.Text.Json.Nodes;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary><c>Update-NovitaInstance</c>.</summary>
public sealed class UpdateTests : ServiceTest
{
    private const string Unchanged = """
        {
          "imageUrl": "app:1", "imageAuthId": "auth-1", "envs": [{ "key": "A", "value": "1" }, { "key": "B", "value": "2" }], "command": "run", "entrypoint": "/bin/sh", "save": false,
          "networkVolume": { "volumeMounts": [{ "type": "network", "id": "vol-1", "mountPath": "/data" }] }
        }
        """;

    private readonly SimulatedInstance _instance = new()
    {
        ImageUrl = "app:1",
        ImageAuthId = "auth-1",
        Command = "run",
        Entrypoint = "/bin/sh",
        Envs = [new("A", "1"), new("B", "2")],
        VolumeMounts = [new("local", 30, "/workspace"), new("network", 500, "/data", "vol-1")],
    };

    [Theory]
    [InlineData("")]
    [InlineData("-KeepData")]
    public async Task An_update_of_nothing_is_refused_before_it_empties_the_disks(string parameters)
    {
        var service = await StartAsync(_instance);

        var run = Connect(service).Invoke($"Get-NovitaInstance | Update-NovitaInstance {parameters} -Confirm:$false");

        Assert.Equal("RequestInvalid", run.ErrorId);
        Assert.Empty(service.Requests.Changing);
    }

    [Fact]
    public async Task Anothers_update_under_way_is_not_taken_for_this_one()
    {
        var service = await StartAsync(_instance with { Status = "resetting" });
        service.Refuse(InstanceAction.Upgrade, ApiError.InvalidStateChange);

        var run = Connect(service).Invoke("Get-NovitaInstance | Update-NovitaInstance -ImageUrl app:2 -KeepData -Confirm:$false");

        Assert.Equal("InvalidState", run.ErrorId);
        Assert.Contains("whose status is 'resetting'", run.Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-ImageUrl app:2", "imageUrl", "\"app:2\"")]
    [InlineData("-ImageAuthId auth-2", "imageAuthId", "\"auth-2\"")]
    [InlineData("-ImageAuthId ''", "imageAuthId", null)]
    [InlineData("-EnvironmentVariable @{ C = 3 }", "envs", """[{"key":"C","value":"3"}]""")]
    [InlineData("-EnvironmentVariable @{}", "envs", "[]")]
    [InlineData("-Command ''", "command", "\"\"")]
    [InlineData("-Entrypoint 'x y'", "entrypoint", "\"x y\"")]
    [InlineData("-Command run -KeepData", "save", "true")]
    [InlineData("-NetworkStorage @()", "networkVolume", """{"volumeMounts":[]}""")]
    [InlineData("-NetworkStorage vol-9=/x", "networkVolume", """{"volumeMounts":[{"type":"network","id":"vol-9","mountPath":"/x"}]}""")]
    public async Task What_is_named_is_changed_and_the_rest_is_taken_over(string parameters, string member, string? value)
    {
        var service = await StartAsync(_instance);

        Connect(service).Output($"Get-NovitaInstance | Update-NovitaInstance -Confirm:$false {parameters}");

        var expected = JsonNode.Parse(Unchanged)!.AsObject();
        expected["instanceId"] = _instance.Id;
        if (value is null)
        {
            expected.Remove(member);
        }
        else
        {
            expected[member] = JsonNode.Parse(value);
        }

        var body = Assert.Single(service.Requests.Changing).Body;
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(body)), body);
    }

    [Fact]
    public async Task What_comes_out_is_the_instance_as_it_is_afterwards()
    {
        var service = await StartAsync(_instance);

        var output = Connect(service).Output("Get-NovitaInstance | Update-NovitaInstance -Confirm:$false -ImageUrl app:2 -EnvironmentVariable @{ NEW = 1 } -PassThru").Single();

        Assert.Equal(("app:2", "NEW", "toReset"), (output.Properties["ImageUrl"].Value, $"{output.Properties["Envs"].Value}", output.Properties["Status"].Value));
        Assert.Equal("run", output.Properties["Command"].Value);
        Assert.Equal<SimulatedVolume>([new("local", 30, "/workspace"), new("network", null, "/data", "vol-1")], service.Fleet.Find(_instance.Id)!.VolumeMounts);
    }

    [Fact]
    public async Task Wait_gives_it_when_it_runs_again()
    {
        var time = UseFastTime();
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = time.Provider });
        service.Fleet.Add(_instance);

        var output = Connect(service).Output("Get-NovitaInstance | Update-NovitaInstance -Confirm:$false -ImageUrl app:2 -Wait -PassThru").Single();

        Assert.Equal(("app:2", "running"), (output.Properties["ImageUrl"].Value, output.Properties["Status"].Value));
    }

    [Theory]
    [InlineData("-ImageUrl ('x' * 501)", "ImageUrl has 501 characters")]
    [InlineData("-Command ('x' * 2048)", "Command has 2048 characters")]
    [InlineData("-Entrypoint ('x' * 2048)", "Entrypoint has 2048 characters")]
    [InlineData("-EnvironmentVariable @{ A = 'x' * 4096 }", "The value of environment variable 'A' has 4096 characters")]
    [InlineData("-NetworkStorage (1..31 | ForEach-Object { \"vol-$_\" })", "31 network storages were given")]
    public async Task A_broken_limit_is_one_error_and_nothing_is_sent(string parameters, string message)
    {
        var service = await StartAsync(0);

        var run = Connect(service).Invoke($"'a', 'b' | Update-NovitaInstance -Confirm:$false {parameters}");

        Assert.Equal("RequestInvalid", run.ErrorId);
        Assert.StartsWith(message, run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }
}
