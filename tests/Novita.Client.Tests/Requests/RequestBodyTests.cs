using System.Text.Json.Nodes;
using Novita.Client.Requests;

namespace Novita.Client.Tests.Requests;

/// <summary>What is sent, member by member: the names with the service's odd casing, and nothing that was not set.</summary>
public sealed class RequestBodyTests
{
    [Fact]
    public Task A_gpu_instance_is_sent_with_everything() => AssertSentAsync(
        "instance/create",
        """
        {
            "name": "train-1",
            "productId": "4090.16c62g",
            "gpuNum": 8,
            "rootfsSize": 60,
            "imageUrl": "registry.example/team/image:1",
            "imageAuth": "user:pa:ss",
            "imageAuthId": "auth-1",
            "ports": "8888/http, 22/tcp",
            "envs": [{ "key": "HF_TOKEN", "value": "s3cret" }, { "key": "EMPTY", "value": "" }],
            "tools": [{ "name": "Jupyter", "port": "9999", "type": "http" }],
            "command": "python train.py",
            "entrypoint": "/bin/sh -c",
            "clusterId": "as-sgp-2",
            "networkStorages": [{ "Id": "vol-1", "mountPoint": "/data" }, { "Id": "vol-2", "mountPoint": "/network" }],
            "networkId": "vpc-1",
            "kind": "gpu",
            "month": 2,
            "billingMode": "monthly",
            "autoRenew": true,
            "autoRenewMonth": 12,
            "minCudaVersion": "11.8"
        }
        """,
        client => client.CreateInstanceAsync(
            new NewInstance
            {
                Name = "train-1",
                ProductId = "4090.16c62g",
                GpuNum = 8,
                RootfsSize = 60,
                ImageUrl = "registry.example/team/image:1",
                ImageAuth = "user:pa:ss",
                ImageAuthId = "auth-1",
                Ports = [new("8888/http"), new("22/TCP")],
                Variables = [new("HF_TOKEN", "s3cret"), new("EMPTY", "")],
                JupyterPort = 9999,
                Command = "python train.py",
                Entrypoint = "/bin/sh -c",
                ClusterId = "as-sgp-2",
                NetworkStorages = [new("vol-1=/data"), new("vol-2")],
                NetworkId = "vpc-1",
                Month = 2,
                BillingMode = "Monthly",
                AutoRenew = true,
                AutoRenewMonth = 12,
                MinCudaVersion = "11.8",
            },
            default));

    [Fact]
    public Task A_gpu_instance_is_sent_with_nothing_that_is_not_needed() => AssertSentAsync(
        "instance/create",
        """{ "productId": "4090.16c62g", "gpuNum": 1, "rootfsSize": 60, "imageUrl": "ubuntu:24.04", "kind": "gpu" }""",
        client => client.CreateInstanceAsync(Wanted.Gpu, default));

    [Fact]
    public Task A_cpu_instance_is_sent_with_its_local_storage() => AssertSentAsync(
        "instance/create",
        """{ "productId": "cpu.8c32g", "imageUrl": "ubuntu:24.04", "localStorageMountPoint": "/workspace", "kind": "cpu" }""",
        client => client.CreateInstanceAsync(Wanted.Cpu with { LocalStorageMountPoint = "/workspace" }, default));

    [Fact]
    public Task What_is_said_to_be_none_is_sent() => AssertSentAsync(
        "instance/create",
        """{ "productId": "4090.16c62g", "gpuNum": 1, "rootfsSize": 60, "imageUrl": "ubuntu:24.04", "kind": "gpu", "month": 0, "autoRenew": false }""",
        client => client.CreateInstanceAsync(Wanted.Gpu with { Month = 0, AutoRenew = false }, default));

    [Theory]
    [InlineData("start")]
    [InlineData("stop")]
    [InlineData("restart")]
    [InlineData("delete")]
    [InlineData("migrate")]
    public Task An_action_sends_the_id_and_no_more(string action) => AssertSentAsync(
        $"instance/{action}",
        """{ "instanceId": "3560b7fec915bbf9" }""",
        client => client.ChangeInstanceAsync(
            new[] { InstanceOperation.Start, InstanceOperation.Stop, InstanceOperation.Restart, InstanceOperation.Remove, InstanceOperation.Move }.Single(known => known.Path == action),
            "3560b7fec915bbf9",
            default));

    [Fact]
    public Task An_edit_that_takes_every_port_away_says_so() => AssertSentAsync(
        "instance/edit",
        """{ "instanceId": "a1", "ports": [], "expandRootDisk": 0 }""",
        client => client.EditInstanceAsync("a1", new EditedInstance(), default));

    [Fact]
    public Task Texts_are_sent_as_they_are() => AssertSentAsync(
        "instance/create",
        """
        { "productId": "4090.16c62g", "gpuNum": 1, "rootfsSize": 60, "imageUrl": "ubuntu:24.04", "envs": [{ "key": "Ä \"\\", "value": "1\n2\u0007 <🚀>" }], "kind": "gpu" }
        """,
        client => client.CreateInstanceAsync(Wanted.Gpu with { Variables = [new("Ä \"\\", "1\n2\a <🚀>")] }, default));

    [Fact]
    public async Task Half_a_character_spoils_nothing()
    {
        using var test = new TestClient(Answers.Json(200, "{\"id\":\"a1\"}"));

        await test.Client.CreateInstanceAsync(Wanted.Gpu with { Name = "box\ud800", ImageAuth = "user:pass\udc00", Variables = [new("A", "\ud800value")] }, test.Call);

        var sent = JsonNode.Parse(Assert.Single(test.Handler.Sent))!;
        Assert.Equal(("box\ufffd", "user:pass\ufffd"), ((string?)sent["name"], (string?)sent["imageAuth"]));
    }

    private static async Task AssertSentAsync(string path, string body, Func<NovitaClient, Task> act)
    {
        using var test = new TestClient(Answers.Json(200, "{\"id\":\"a1\"}"));

        await act(test.Client);

        var request = test.Handler.Single;
        Assert.Equal(HttpMethod.Post, request.Method);
        Assert.Equal($"https://api.novita.ai/gpu-instance/openapi/v1/gpu/{path}", request.RequestUri?.AbsoluteUri);
        Assert.Equal(JsonNode.Parse(body)!.ToJsonString(), JsonNode.Parse(Assert.Single(test.Handler.Sent))!.ToJsonString());
    }
}
