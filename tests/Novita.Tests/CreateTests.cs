using System.Management.Automation;
using System.Net;
using System.Text.Json.Nodes;
using Novita.Simulator;
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
    [InlineData("-Port ' 80 / http '", "ports", "\"80/http\"")]
    [InlineData("-NetworkStorage 'a=/x=y'", "networkStorages", """[{"Id":"a","mountPoint":"/x=y"}]""")]
    [InlineData("-NetworkStorage @{ Id = 'x'; MountPoint = '/y' }, @{ Id = 'z' }", "networkStorages", """[{"Id":"x","mountPoint":"/y"},{"Id":"z","mountPoint":"/network"}]""")]
    [InlineData("-NetworkStorage ([pscustomobject]@{ Id = 'x'; MountPoint = '/y' })", "networkStorages", """[{"Id":"x","mountPoint":"/y"}]""")]
    [InlineData("-NetworkStorage ((Get-NovitaInstance).VolumeMounts | Where-Object Type -eq network)", "networkStorages", """[{"Id":"vol-1","mountPoint":"/data"},{"Id":"vol-2","mountPoint":"/more"}]""")]
    [InlineData("-Port (Get-NovitaInstance).PortMappings", "ports", "\"8888/http, 22/tcp\"")]
    [InlineData("-BillingMode spot", "billingMode", "\"spot\"")]
    [InlineData("-Month 0", "month", "0")]
    [InlineData("-Command ''", "command", "\"\"")]
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
    [InlineData("-Name ('x' * 256)", "Name has 256 characters, but may have 255 at most.")]
    [InlineData("-ClusterId ('x' * 256)", "ClusterId has 256 characters")]
    [InlineData("-MinCudaVersion ('x' * 256)", "MinCudaVersion has 256 characters")]
    [InlineData("-Command ('x' * 2048)", "Command has 2048 characters")]
    [InlineData("-Entrypoint ('x' * 2048)", "Entrypoint has 2048 characters")]
    [InlineData("-JupyterPort 2222", "Port 2222 is reserved")]
    [InlineData("-Port 2223/tcp", "Port 2223 is reserved")]
    [InlineData("-Port 2224/http", "Port 2224 is reserved")]
    [InlineData("-Port 0/tcp", "A port is 0, but must be from 1 to 65535.")]
    [InlineData("-JupyterPort 65536", "A port is 65536, but must be from 1 to 65535.")]
    [InlineData("-Port 80/tcp, 80/http", "Port 80 is given twice")]
    [InlineData("-Port (1..16 | ForEach-Object { \"$_/tcp\" })", "16 ports and tools were given")]
    [InlineData("-JupyterPort 99 -Port (1..15 | ForEach-Object { \"$_/tcp\" })", "16 ports and tools were given")]
    [InlineData("-EnvironmentVariable $many", "101 environment variables were given")]
    [InlineData("-EnvironmentVariable @{ '' = 1 }", "The name of an environment variable is missing")]
    [InlineData("-EnvironmentVariable @{ ('x' * 512) = 1 }", "The name of an environment variable has 512 characters")]
    [InlineData("-EnvironmentVariable @{ A = 'x' * 4096 }", "The value of environment variable 'A' has 4096 characters")]
    [InlineData("-NetworkStorage (1..31 | ForEach-Object { \"vol-$_\" })", "31 network storages were given")]
    [InlineData("-NetworkStorage ('x' * 256)", "The id of a network storage has 256 characters")]
    [InlineData("-NetworkStorage ('x=/' + 'y' * 4095)", "The mount point of network storage 'x' has 4096 characters")]
    [InlineData("-Month -1", "Month is -1")]
    [InlineData("-Month 1 -AutoRenewMonth 13", "AutoRenewMonth is 13, but must be from 1 to 12.")]
    [InlineData("-Month 1 -AutoRenewMonth 0", "AutoRenewMonth is 0")]
    [InlineData("-AutoRenew", "Only a subscription renews itself")]
    [InlineData("-Month 2 -BillingMode spot", "Month is 2")]
    public async Task A_broken_limit_is_one_clear_error_and_nothing_is_sent(string parameters, string message)
    {
        await AssertRefusedAsync($"{New} {parameters}", message);
    }

    [Theory]
    [InlineData("New-NovitaInstance -Confirm:$false -ImageUrl i -GpuNum 0 -RootfsSize 60 -ProductId p", "GpuNum is 0, but must be from 1 to 8.")]
    [InlineData("New-NovitaInstance -Confirm:$false -ImageUrl i -GpuNum 9 -RootfsSize 60 -ProductId p", "GpuNum is 9, but must be from 1 to 8.")]
    [InlineData("New-NovitaInstance -Confirm:$false -ImageUrl i -GpuNum 1 -RootfsSize 9 -ProductId p", "RootfsSize is 9, but must be from 10 to 6144.")]
    [InlineData("New-NovitaInstance -Confirm:$false -ImageUrl i -GpuNum 1 -RootfsSize 6145 -ProductId p", "RootfsSize is 6145, but must be from 10 to 6144.")]
    [InlineData("New-NovitaInstance -Confirm:$false -ImageUrl ('i' * 501) -GpuNum 1 -RootfsSize 60 -ProductId p", "ImageUrl has 501 characters")]
    [InlineData("New-NovitaInstance -Confirm:$false -ImageUrl i -GpuNum 1 -RootfsSize 60 -ProductId ('p' * 256)", "ProductId has 256 characters")]
    [InlineData("New-NovitaInstance -Confirm:$false -ImageUrl i -GpuNum 1 -RootfsSize 60 -ProductId p -ImageCredential $colon", "holds a colon")]
    [InlineData("New-NovitaInstance -Confirm:$false -ImageUrl i -GpuNum 1 -RootfsSize 60 -ProductId p -ImageCredential $long", "ImageAuth has 10240 characters")]
    [InlineData("New-NovitaInstance -Confirm:$false -ImageUrl i -Cpu -ProductId p -LocalStorageMountPoint ('/' * 4096)", "LocalStorageMountPoint has 4096 characters")]
    public Task A_broken_limit_of_what_is_needed_is_one_clear_error_too(string script, string message) => AssertRefusedAsync(script, message);

    [Theory]
    [InlineData("-Name ('x' * 255)")]
    [InlineData("-Command ('x' * 2047)")]
    [InlineData("-Port (1..15 | ForEach-Object { \"$_/tcp\" })")]
    [InlineData("-JupyterPort 2221 -Port 2225/tcp")]
    [InlineData("-EnvironmentVariable $hundred")]
    [InlineData("-NetworkStorage (1..30 | ForEach-Object { \"vol-$_\" })")]
    public async Task A_limit_that_is_just_kept_passes(string parameters)
    {
        var service = await StartAsync(0);
        var shell = Connect(service);
        shell.Output("$hundred = @{}; 1..100 | ForEach-Object { $hundred[\"V$_\"] = \"$_\" }");

        Assert.Single(shell.Output($"{New} {parameters}"));
    }

    [Theory]
    [InlineData("-Port 80")]
    [InlineData("-Port 80/udp")]
    [InlineData("-Port 70000/tcp")]
    [InlineData("-Port x/tcp")]
    [InlineData("-NetworkStorage '=/x'")]
    [InlineData("-NetworkStorage 'x='")]
    [InlineData("-NetworkStorage @{ Id = 'x'; Mount = '/y' }")]
    [InlineData("-EnvironmentVariable 'A=b'")]
    [InlineData("-Cpu")]
    [InlineData("-GpuNum many")]
    public async Task What_cannot_be_read_is_a_binding_error_and_nothing_is_created(string parameters)
    {
        var service = await StartAsync(new SimulatedInstance { VolumeMounts = [new("local", 30, "/workspace")] });

        var run = Connect(service).Invoke($"{New} {parameters}");

        Assert.EndsWith(",Novita.Commands.NewNovitaInstanceCommand", run.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(run.Output);
        Assert.Empty(service.Requests.Changing);
    }

    [Fact]
    public async Task A_session_has_to_be_one()
    {
        var service = await StartAsync(0);
        var shell = Connect(service, "-Name one");
        shell.Output("Connect-Novita -Endpoint $endpoint -ApiKey $key -Name two");

        var run = shell.Invoke($"{New} -Session one, two");

        Assert.Equal("RequestInvalid", run.ErrorId);
        Assert.Contains("-Session", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(service.Requests.Changing);
        Assert.Single(shell.Output($"{New} -Session one"));
    }

    [Theory]
    [InlineData("-Name \"it's mine\"", "Get-NovitaInstance -Name 'it''s mine' -Exact -All")]
    [InlineData("", "Get-NovitaInstance -First 10")]
    public async Task A_lost_answer_says_that_it_may_have_happened_and_how_to_look_and_is_not_sent_again(string parameters, string look)
    {
        var service = await StartAsync(0);
        service.PerformButLose(InstanceAction.Create);
        var shell = Connect(service);

        var run = shell.Invoke($"{New} {parameters}");

        Assert.Equal("ConnectionFailed", run.ErrorId);
        Assert.Contains("may have done it all the same", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains(look, run.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(service.Requests.Changing);
        Assert.Single(service.Fleet.Snapshot());
        Assert.Single(shell.Output(look));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(408)]
    public async Task A_create_that_failed_on_the_server_is_not_sent_again(int status)
    {
        var service = await StartAsync(0);
        var shell = Connect(service);
        using var fault = service.Intercept((context, _) =>
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        });

        var run = shell.Invoke($"{New} -Name web");

        Assert.Contains("may have done it all the same", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("Get-NovitaInstance -Name 'web'", run.Error.ErrorDetails.RecommendedAction, StringComparison.Ordinal);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task A_create_that_was_throttled_is_sent_until_it_is_taken_and_makes_one()
    {
        var time = UseFastTime();
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = time.Provider });
        var shell = Connect(service);
        service.Throttle(TimeSpan.FromSeconds(45));

        Assert.Single(shell.Output(New));

        Assert.Equal(1, service.Fleet.Count);
        Assert.Equal([429, 200], service.Requests.Changing.Select(request => request.Status));
    }

    [Theory]
    [InlineData("InsufficientResource", "CapacityUnavailable", ErrorCategory.ResourceUnavailable)]
    [InlineData("BalanceNotEnough", "BalanceTooLow", ErrorCategory.QuotaExceeded)]
    [InlineData("CreateInstanceLimit", "QuotaExceeded", ErrorCategory.QuotaExceeded)]
    [InlineData("ResourceNotFound", "NotFound", ErrorCategory.ObjectNotFound)]
    public async Task A_refusal_says_why_and_what_to_do(string refusal, string id, ErrorCategory category)
    {
        var service = await StartAsync(0);
        service.Refuse(InstanceAction.Create, (ApiError)typeof(ApiError).GetProperty(refusal)!.GetValue(null)!);

        var run = Connect(service).Invoke($"{New} -Name web");

        Assert.Equal($"{id},Novita.Commands.NewNovitaInstanceCommand", run.Error.FullyQualifiedErrorId);
        Assert.Equal(category, run.Error.CategoryInfo.Category);
        Assert.NotEmpty(run.Error.ErrorDetails.RecommendedAction);
        Assert.DoesNotContain("may have", run.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task An_instance_that_cannot_be_read_back_is_an_error_with_its_id()
    {
        var service = await StartAsync(0);
        var shell = Connect(service, "-MaximumRetryCount 0");
        using var fault = service.Intercept((context, next) =>
        {
            if (context.Request.Method != "GET")
            {
                return next(context);
            }

            context.Response.StatusCode = 503;
            return Task.CompletedTask;
        });

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
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = time.Provider });
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
        var time = UseFastTime();
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = time.Provider });
        service.Fail(InstanceAction.Create, new SimulatedError("pullFailed", "no such image"), times: 1);
        var shell = Connect(service);

        var failed = shell.Invoke($"{New} -Wait");
        var late = shell.Invoke($"{New} -Wait -TimeoutSec 20");

        Assert.Equal("WaitUnreachable", failed.ErrorId);
        Assert.Contains("no such image", failed.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal("WaitTimedOut", late.ErrorId);
        Assert.Contains("'pulling'", late.Error.Exception.Message, StringComparison.Ordinal);
        Assert.Equal(service.Fleet.Snapshot()[0].Id, late.Error.TargetObject);
        Assert.Empty(late.Output);
    }

    [Fact]
    public async Task What_is_created_can_be_changed_at_once()
    {
        var time = UseFastTime();
        var service = await StartAsync(new SimulatorOptions { Instances = 0, TimeProvider = time.Provider });

        Connect(service).Output($"{New} | Wait-NovitaInstance | Remove-NovitaInstance -Confirm:$false -Wait");

        Assert.Equal("removed", service.Fleet.Snapshot().Single().Status);
    }

    private async Task AssertRefusedAsync(string script, string message)
    {
        var service = await StartAsync(0);
        var shell = Connect(service)
            .With("colon", new PSCredential("a:b", new NetworkCredential("", "p").SecurePassword))
            .With("long", new PSCredential("a", new NetworkCredential("", new string('p', 10238)).SecurePassword));
        shell.Output("$many = @{}; 1..101 | ForEach-Object { $many[\"V$_\"] = \"$_\" }");

        var run = shell.Invoke(script);

        Assert.Equal("RequestInvalid,Novita.Commands.NewNovitaInstanceCommand", run.Error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidArgument, run.Error.CategoryInfo.Category);
        Assert.StartsWith(message, run.Error.Exception.Message.Replace("The user name for the image's registry ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Empty(service.Requests);
    }

    private static object? Value(PSObject instance, string property) => instance.Properties[property].Value;
}
