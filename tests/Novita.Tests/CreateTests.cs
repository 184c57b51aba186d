using System.Management.Automation;
using System.Net;
using System.Text.Json.Nodes;
using Novita.Simulator;
using Novita.Simulator.Faults;
using Novita.Tests.Fixtures;

namespace Novita.Tests;

/// <summary><c>New-NovitaInstance</c>.</summary>
public sealed class CreateTests : ServiceTest
{
    private const string New = "New-NovitaInstance -Confirm:$false -ProductId 4090.16c62g -ImageUrl ubuntu:24.04 -GpuNum 2 -RootfsSize 60";
    private const string NewCpu = "New-NovitaInstance -Confirm:$false -ProductId cpu.8c32g -ImageUrl ubuntu:24.04 -Cpu";

    [Fact]
    public async Task Little_is_sent_for_little_and_the_instance_comes_back_as_it_is()
    {
        var service = await StartAsync(0);

        var output = Connect(service, "-Name prod").Output($"{New} -Name web").Single();

        Assert.Equal("""{"name":"web","productId":"4090.16c62g","gpuNum":2,"rootfsSize":60,"imageUrl":"ubuntu:24.04","kind":"gpu"}""", Assert.Single(service.Requests.Changing).Body);
        Assert.EndsWith("/gpu-instance/openapi/v1/gpu/instance/create", service.Requests.Changing[0].Path, StringComparison.Ordinal);
        Assert.Equal("Novita.InstanceDetail", output.BaseObject.GetType().FullName);
        Assert.Equal((service.Fleet.Snapshot().Single().Id, "web", "toCreate", "prod", 32m), (Value(output, "Id"), Value(output, "Name"), Value(output, "Status"), Value(output, "SessionName"), Value(output, "CpuNum")));
    }

    [Fact]
    public async Task Everything_is_sent_as_the_contract_has_it()
    {
        var service = await StartAsync(0);
        var shell = Connect(service).With("credential", new PSCredential("me", new NetworkCredential("", "p:ss").SecurePassword));

        shell.Output($$"""
            {{New}} web -ImageCredential $credential -ImageAuthId auth-1 -Port '8888/http', '22/TCP' -JupyterPort 8889 -EnvironmentVariable @{ B = 2; A = 'x y'; C = $null } `
                -Command 'sleep 1' -Entrypoint '/bin/sh' -ClusterId us-ca-6 -NetworkStorage 'vol-1=/data', 'vol-2' -NetworkId vpc-1 -BillingMode MONTHLY -Month 3 -AutoRenew -AutoRenewMonth 2 -MinCudaVersion 11.8
            """);

        var expected = JsonNode.Parse("""
            {
              "name": "web", "productId": "4090.16c62g", "gpuNum": 2, "rootfsSize": 60, "imageUrl": "ubuntu:24.04", "imageAuth": "me:p:ss", "imageAuthId": "auth-1",
              "ports": "8888/http, 22/tcp",
              "envs": [{ "key": "A", "value": "x y" }, { "key": "B", "value": "2" }, { "key": "C", "value": "" }],
              "tools": [{ "name": "Jupyter", "port": "8889", "type": "http" }],
              "command": "sleep 1", "entrypoint": "/bin/sh", "clusterId": "us-ca-6",
              "networkStorages": [{ "Id": "vol-1", "mountPoint": "/data" }, { "Id": "vol-2", "mountPoint": "/network" }],
              "networkId": "vpc-1", "kind": "gpu", "month": 3, "billingMode": "monthly", "autoRenew": true, "autoRenewMonth": 2, "minCudaVersion": "11.8"
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(service.Requests.Changing.Single().Body)), service.Requests.Changing.Single().Body);
        var made = service.Fleet.Snapshot().Single();
        Assert.Equal(("monthly", "us-ca-6", "vpc-1"), (made.BillingMode, made.ClusterId, made.NetworkId));
    }

    [Fact]
    public async Task A_machine_without_gpus_is_sent_without_what_belongs_to_them()
    {
        var service = await StartAsync(0);

        var output = Connect(service).Output($"{NewCpu} -LocalStorageMountPoint /scratch").Single();

        Assert.Equal("""{"productId":"cpu.8c32g","imageUrl":"ubuntu:24.04","localStorageMountPoint":"/scratch","kind":"cpu"}""", service.Requests.Changing.Single().Body);
        Assert.Equal(("cpu", 0), (Value(output, "Kind"), Value(output, "GpuNum")));
    }

    [Theory]
    [InlineData("-EnvironmentVariable ([ordered]@{ Z = 1; A = 2.5; M = $true })", "envs", """[{"key":"Z","value":"1"},{"key":"A","value":"2.5"},{"key":"M","value":"True"}]""")]
    [InlineData("-EnvironmentVariable $($d = [Collections.Generic.Dictionary[string, int]]::new(); $d.Add('A', 1); $d)", "envs", """[{"key":"A","value":"1"}]""")]
    [InlineData("-EnvironmentVariable @{ S = [Net.NetworkCredential]::new('', 'deep').SecurePassword }", "envs", """[{"key":"S","value":"deep"}]""")]
    [InlineData("-EnvironmentVariable @{ S = [Novita.Secret]::new('deep') }", "envs", """[{"key":"S","value":"deep"}]""")]
    [InlineData("-EnvironmentVariable @{}", "envs", null)]
    [InlineData("-Port @()", "ports", null)]
    [InlineData("-Month 0", "month", "0")]
    [InlineData("-Command ''", "command", "\"\"")]
    [InlineData("-NetworkStorage @{ Id = 'x'; MountPoint = '/y' }, @{ Id = 'z' }", "networkStorages", """[{"Id":"x","mountPoint":"/y"},{"Id":"z","mountPoint":"/network"}]""")]
    [InlineData("-NetworkStorage ([pscustomobject]@{ Id = 'x'; MountPoint = '/y' })", "networkStorages", """[{"Id":"x","mountPoint":"/y"}]""")]
    [InlineData("-NetworkStorage ((Get-NovitaInstance).VolumeMounts | Where-Object Type -eq network)", "networkStorages", """[{"Id":"vol-1","mountPoint":"/data"},{"Id":"vol-2","mountPoint":"/more"}]""")]
    public async Task Values_are_taken_in_every_form(string parameters, string member, string? json)
    {
        var service = await StartAsync(new SimulatedInstance
        {
            PortMappings = [new(8888, "http"), new(22, "tcp")],
            VolumeMounts = [new("local", 30, "/workspace"), new("network", 5, "/data", "vol-1"), new("network", 6, "/more", "vol-2")],
        });

        Connect(service).Output($"{New} {parameters}");

        Assert.Equal(json, JsonNode.Parse(service.Requests.Changing.Single().Body)![member]?.ToJsonString());
    }

    [Theory]
    [InlineData("-Port 80")]
    [InlineData("-Port x/tcp")]
    [InlineData("-NetworkStorage '=/x'")]
    [InlineData("-NetworkStorage @{ Id = 'x'; Mount = '/y' }")]
    [InlineData("-EnvironmentVariable 'A=b'")]
    [InlineData("-Cpu")]
    public async Task What_cannot_be_read_is_a_binding_error_and_nothing_is_created(string parameters)
    {
        var service = await StartAsync(new SimulatedInstance { VolumeMounts = [new("local", 30, "/workspace")] });

        var run = Connect(service).Invoke($"{New} {parameters}");

        Assert.EndsWith(",Novita.Commands.NewNovitaInstanceCommand", run.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Empty(service.Requests.Changing);
    }

    [Theory]
    [InlineData("-Name \"it's mine\"", "Get-NovitaInstance -Name 'it''s mine' -Exact -All")]
    [InlineData("", "Get-NovitaInstance -First 10")]
    public async Task The_advice_after_a_lost_answer_finds_the_instance_that_was_created(string parameters, string look)
    {
        var service = await StartAsync(0);
        service.PerformButLose(InstanceAction.Create);
        var shell = Connect(service);

        var run = shell.Invoke($"{New} {parameters}");

        Assert.Contains(look, run.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(service.Requests.Changing);
        Assert.Single(shell.Output(look));
    }

    [Fact]
    public async Task A_refusal_says_that_nothing_was_created_and_what_to_do()
    {
        var service = await StartAsync(0);
        service.Refuse(InstanceAction.Create, ApiError.InsufficientResource);

        var run = Connect(service).Invoke($"{New} -Name web");

        Assert.Equal("CapacityUnavailable,Novita.Commands.NewNovitaInstanceCommand", run.Error.FullyQualifiedErrorId);
        Assert.NotEmpty(run.Error.ErrorDetails.RecommendedAction);
        Assert.DoesNotContain("may have", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task An_instance_that_cannot_be_read_back_is_an_error_with_its_id()
    {
        var service = await StartAsync(0);
        var shell = Connect(service, "-MaximumRetryCount 0");
        using var fault = service.Inject(StatusFaults.Of(503), request => request.Method == "GET");

        var run = shell.Invoke(New);

        var id = service.Fleet.Snapshot().Single().Id;
        Assert.Equal("ServiceUnavailable", run.ErrorId);
        Assert.Equal(id, run.Error.TargetObject);
        Assert.Contains($"was created with the id '{id}'", run.Error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wait_gives_the_instance_when_it_runs()
    {
        var time = UseFastTime();
        var service = await StartInFastTimeAsync();
        var begin = time.Provider.GetUtcNow();

        var output = Connect(service).Output($"{New} -Wait -IntervalSec 10").Single();

        Assert.Equal("Novita.InstanceDetail", output.BaseObject.GetType().FullName);
        Assert.Equal("running", Value(output, "Status"));
        Assert.NotNull(Value((PSObject)PSObject.AsPSObject(Value(output, "ConnectComponentSSH")!), "SshCommand"));
        Assert.Equal(30, (time.Provider.GetUtcNow() - begin).TotalSeconds);
        Assert.Single(service.Requests.Changing);
    }

    [Fact]
    public async Task Wait_says_when_the_instance_fails_or_takes_too_long()
    {
        var service = await StartInFastTimeAsync();
        service.Fail(InstanceAction.Create, new SimulatedError("pullFailed", "no such image"), times: 1);
        var shell = Connect(service);

        var failed = shell.Invoke($"{New} -Wait");
        var late = shell.Invoke($"{New} -Wait -TimeoutSec 20");

        Assert.Equal("WaitUnreachable", failed.ErrorId);
        Assert.Contains("no such image", failed.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(("WaitTimedOut", service.Fleet.Snapshot()[0].Id), (late.ErrorId, late.Error.TargetObject));
        Assert.Empty(late.Output);
    }

    [Fact]
    public async Task What_is_created_can_be_changed_at_once()
    {
        var service = await StartInFastTimeAsync();

        Connect(service).Output($"{New} | Wait-NovitaInstance | Remove-NovitaInstance -Confirm:$false -Wait");

        Assert.Equal("removed", service.Fleet.Snapshot().Single().Status);
    }
}
