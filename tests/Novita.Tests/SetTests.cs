using System.Text.Json.Nodes;
using Novita.Simulator;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary><c>Set-NovitaInstance</c>.</summary>
public sealed class SetTests : ServiceTest
{
    private readonly SimulatedInstance _instance = new() { Name = "web", RootfsSize = 60, PortMappings = [new(8888, "http"), new(22, "tcp"), new(80, "http")] };

    [Theory]
    [InlineData("-Port 443/http, '22/TCP'", "443/http, 22/tcp", 0)]
    [InlineData("-Port @()", "", 0)]
    [InlineData("-RemovePort 22 -AddPort 23/tcp", "8888/http, 80/http, 23/tcp", 0)]
    [InlineData("-RootfsSize 100", "8888/http, 22/tcp, 80/http", 40)]
    [InlineData("-RootfsSize 61 -RemovePort 80", "8888/http, 22/tcp", 1)]
    public async Task What_is_named_is_changed_and_the_rest_stays(string parameters, string ports, int growth)
    {
        var service = await StartAsync(_instance);

        var output = Connect(service).Output($"Get-NovitaInstance | Set-NovitaInstance {parameters} -PassThru").Single();

        var body = JsonNode.Parse(Assert.Single(service.Requests.Changing).Body)!;
        Assert.Equal(ports, string.Join(", ", body["ports"]!.AsArray().Select(port => $"{port!["port"]}/{port["type"]}")));
        Assert.Equal(growth, (int)body["expandRootDisk"]!);
        Assert.Equal(ports, $"{Value(output, "PortMappings")}");
        Assert.Equal(60 + growth, Value(output, "RootfsSize"));
        Assert.Equal("Novita.InstanceDetail", output.BaseObject.GetType().FullName);
    }

    [Theory]
    [InlineData("-RootfsSize 59", "60 GB and cannot shrink to 59")]
    [InlineData("-AddPort 1/tcp, 2/tcp, 3/tcp, 4/tcp, 5/tcp, 6/tcp, 7/tcp, 8/tcp, 9/tcp, 10/tcp, 11/tcp, 12/tcp, 13/tcp", "16 ports")]
    public async Task What_the_instance_does_not_allow_is_an_error_of_that_instance(string parameters, string message)
    {
        var other = new SimulatedInstance { RootfsSize = 20 };
        var service = await StartAsync(_instance, other);

        var run = Connect(service).Invoke($"Get-NovitaInstance | Set-NovitaInstance {parameters} -PassThru");

        Assert.Null(run.Terminating);
        Assert.Equal("RequestInvalid", run.ErrorId);
        Assert.Equal(_instance.Id, run.Error.TargetObject);
        Assert.Contains(message, run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(other.Id, Value(run.Output.Single(), "Id"));
        Assert.Single(service.Requests.Changing);
    }

    [Fact]
    public async Task Ports_of_another_instance_can_be_taken_over()
    {
        var bare = new SimulatedInstance { Name = "bare" };
        var service = await StartAsync(_instance, bare);

        Connect(service).Output("Set-NovitaInstance -Name bare -Port (Get-NovitaInstance -Exact web).PortMappings");

        Assert.Equal<SimulatedPort>(_instance.PortMappings, service.Fleet.Find(bare.Id)!.PortMappings);
    }

    [Fact]
    public async Task A_disk_whose_size_is_not_told_is_not_grown()
    {
        var service = await StartAsync(new SimulatorOptions { Instances = 0, UndocumentedMembers = false });
        service.Fleet.Add(_instance);
        var shell = Connect(service);

        Assert.Equal("ResponseInvalid", shell.Invoke("Get-NovitaInstance | Set-NovitaInstance -RootfsSize 100").ErrorId);

        Assert.Empty(service.Requests.Changing);
        Assert.Empty(shell.Output("Get-NovitaInstance | Set-NovitaInstance -AddPort 443/http"));
    }
}
