using System.Text.Json.Nodes;
using Novita.Simulator;

namespace Novita.Client.Tests.Simulation;

/// <summary>What a new instance is like.</summary>
public sealed class CreationTests
{
    [Fact]
    public async Task It_has_everything_that_was_asked_for()
    {
        await using var cloud = await Cloud.StartAsync();
        var body = Requests.Gpu
            .With("ports", "8888/http, 22/tcp")
            .With("envs", JsonNode.Parse("""[{"key":"A","value":"b"}]"""))
            .With("tools", JsonNode.Parse("""[{"name":"Jupyter","port":"8000","type":"http"}]"""))
            .With("command", "sleep infinity")
            .With("entrypoint", "/bin/sh")
            .With("clusterId", "us-ca-6")
            .With("networkStorages", JsonNode.Parse("""[{"Id":"vol-1","mountPoint":"/data"},{"Id":"vol-2"}]"""))
            .With("networkId", "net-1")
            .With("imageAuth", "user:hunter2")
            .With("imageAuthId", "auth-1")
            .With("minCudaVersion", "12.4")
            .With("autoRenew", false)
            .With("autoRenewMonth", 1)
            .With("month", 0);

        var answer = await cloud.PostAsync("instance/create", body);

        var instance = cloud.Service.Fleet.Find(answer.Text("id")!)!;
        Assert.Equal($$"""{"id":"{{instance.Id}}"}""", answer.Body);
        Assert.Matches("^[0-9a-f]{16}$", instance.Id);
        Assert.Equal(
            ("box", "4090.16c62g", "RTX 4090 24GB", 2, 32, 124, 60, "us-ca-6", "US-CA-06", "onDemand", "gpu"),
            (instance.Name, instance.ProductId, instance.ProductName, instance.GpuNum, instance.CpuNum, instance.Memory,
                instance.RootfsSize, instance.ClusterId, instance.ClusterName, instance.BillingMode, instance.Kind));
        Assert.Equal(new[] { new SimulatedPort(8888, "http"), new SimulatedPort(22, "tcp") }, instance.PortMappings.ToArray());
        Assert.Equal(
            new[] { new SimulatedVolume("network", null, "/data", "vol-1"), new SimulatedVolume("network", null, "/network", "vol-2") },
            instance.VolumeMounts.ToArray());
        Assert.Equal(("sleep infinity", "/bin/sh", "auth-1"), (instance.Command, instance.Entrypoint, instance.ImageAuthId));
        Assert.DoesNotContain("hunter2", (await cloud.GetInstanceAsync(instance.Id)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_smallest_body_will_do()
    {
        await using var cloud = await Cloud.StartAsync();

        var id = (await cloud.PostAsync("instance/create", Requests.Gpu.Without("name").With("rootfsSize", 1))).Text("id")!;

        Assert.Equal(("", 10), (cloud.Service.Fleet.Find(id)!.Name, cloud.Service.Fleet.Find(id)!.RootfsSize));
    }

    [Fact]
    public async Task Without_gpus_it_has_local_storage_and_the_cores_of_its_product()
    {
        await using var cloud = await Cloud.StartAsync();

        var id = (await cloud.PostAsync("instance/create", Requests.Cpu.With("localStorageMountPoint", "/data"))).Text("id")!;

        var instance = cloud.Service.Fleet.Find(id)!;
        Assert.Equal(("cpu", 0, 8, 32), (instance.Kind, instance.GpuNum, instance.CpuNum, instance.Memory));
        Assert.Equal(new SimulatedVolume("local", null, "/data"), Assert.Single(instance.VolumeMounts));
    }

    [Theory]
    [InlineData("4090.1c1g", "gpu")]
    [InlineData("cpu.8c32g", "gpu")]
    [InlineData("4090.16c62g", "cpu")]
    public async Task A_product_has_to_be_one_of_its_kind(string productId, string kind)
    {
        await using var cloud = await Cloud.StartAsync();

        var answer = await cloud.PostAsync("instance/create", (kind == "gpu" ? Requests.Gpu : Requests.Cpu).With("productId", productId));

        Assert.Equal((400, "RESOURCE_NOT_FOUND"), (answer.Status, answer.Text("reason")));
        Assert.Equal(0, cloud.Service.Fleet.Count);
    }

    [Theory]
    [InlineData(3, null, 3)]
    [InlineData(3, "onDemand", 3)]
    [InlineData(0, "monthly", 1)]
    [InlineData(2, "monthly", 2)]
    public async Task A_number_of_months_or_the_mode_makes_a_subscription(int months, string? mode, int expected)
    {
        await using var cloud = await Cloud.StartAsync();
        var body = Requests.Gpu.With("month", months);

        var id = (await cloud.PostAsync("instance/create", mode is null ? body : body.With("billingMode", mode))).Text("id")!;

        var reply = (await cloud.GetInstanceAsync(id)).Json;
        Assert.Equal("monthly", (string?)reply["billingMode"]);
        Assert.Equal($"{cloud.Time.GetUtcNow().AddMonths(expected).ToUnixTimeSeconds()}", (string?)reply["endTime"]);
    }

    [Fact]
    public async Task A_spot_instance_has_its_status()
    {
        await using var cloud = await Cloud.StartAsync();

        await cloud.PostAsync("instance/create", Requests.Gpu.With("billingMode", "spot"));

        var listed = (await cloud.GetAsync("instances")).Json["instances"]![0]!;
        Assert.Equal(("spot", "running", "0", "-1"), ((string?)listed["billingMode"], (string?)listed["spotStatus"], (string?)listed["spotReclaimTime"], (string?)listed["endTime"]));
    }
}
