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

        Assert.Equal(("app:2", "NEW", "toReset"), (Value(output, "ImageUrl"), $"{Value(output, "Envs")}", Value(output, "Status")));
        Assert.Equal("run", Value(output, "Command"));
        Assert.Equal<SimulatedVolume>([new("local", 30, "/workspace"), new("network", null, "/data", "vol-1")], service.Fleet.Find(_instance.Id)!.VolumeMounts);
    }
}
