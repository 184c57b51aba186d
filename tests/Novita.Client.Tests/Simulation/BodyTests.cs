using System.Text.Json.Nodes;
using Novita.Simulator;

namespace Novita.Client.Tests.Simulation;

/// <summary>How strictly bodies are read.</summary>
public sealed class BodyTests
{
    [Theory]
    [InlineData("productId", null)]
    [InlineData("productId", "1")]
    [InlineData("productId", "\"\"")]
    [InlineData("gpuNum", null)]
    [InlineData("gpuNum", "0")]
    [InlineData("gpuNum", "9")]
    [InlineData("gpuNum", "\"2\"")]
    [InlineData("gpuNum", "1.5")]
    [InlineData("rootfsSize", null)]
    [InlineData("rootfsSize", "6145")]
    [InlineData("rootfsSize", "-1")]
    [InlineData("imageUrl", null)]
    [InlineData("imageUrl", "\"\"")]
    [InlineData("kind", null)]
    [InlineData("kind", "\"tpu\"")]
    [InlineData("name", "null")]
    [InlineData("Name", "\"box\"")]
    [InlineData("rename", "true")]
    [InlineData("ports", "[{\"port\":22,\"type\":\"tcp\"}]")]
    [InlineData("ports", "\"22\"")]
    [InlineData("ports", "\"22/udp\"")]
    [InlineData("ports", "\"22/tcp,\"")]
    [InlineData("ports", "\"0/tcp\"")]
    [InlineData("ports", "\"65536/tcp\"")]
    [InlineData("ports", "\"2222/tcp\"")]
    [InlineData("ports", "\"2223/http\"")]
    [InlineData("ports", "\"2224/tcp\"")]
    [InlineData("ports", "\"1/tcp,2/tcp,3/tcp,4/tcp,5/tcp,6/tcp,7/tcp,8/tcp,9/tcp,10/tcp,11/tcp,12/tcp,13/tcp,14/tcp,15/tcp,16/tcp\"")]
    [InlineData("envs", "{\"A\":\"b\"}")]
    [InlineData("envs", "[{\"name\":\"A\",\"value\":\"b\"}]", "envs[0].name")]
    [InlineData("envs", "[{\"key\":\"A\",\"value\":1}]", "envs[0].value")]
    [InlineData("tools", "[{\"name\":\"Jupyter\",\"port\":8888,\"type\":\"http\"}]", "tools[0].port")]
    [InlineData("tools", "[{\"name\":\"Jupyter\",\"port\":\"8888\"}]", "tools[0].type")]
    [InlineData("networkStorages", "[{\"id\":\"vol-1\"}]", "networkStorages[0].Id")]
    [InlineData("networkStorages", "[{\"Id\":\"vol-1\",\"id\":\"vol-1\"}]", "networkStorages[0].id")]
    [InlineData("networkStorages", "[{\"Id\":\"vol-1\",\"mountPoint\":\"\"}]", "networkStorages[0].mountPoint")]
    [InlineData("month", "-1")]
    [InlineData("billingMode", "\"yearly\"")]
    [InlineData("autoRenew", "\"true\"")]
    [InlineData("autoRenewMonth", "0")]
    [InlineData("autoRenewMonth", "13")]
    [InlineData("localStorageMountPoint", "\"/workspace\"")]
    public Task A_create_of_a_gpu_instance_is_refused(string name, string? value, string? named = null) =>
        RefusedAsync("instance/create", Changed(Requests.Gpu, name, value), named ?? name);

    [Theory]
    [InlineData("gpuNum", "1")]
    [InlineData("rootfsSize", "60")]
    [InlineData("billingMode", "\"onDemand\"")]
    [InlineData("month", "1")]
    [InlineData("autoRenew", "true")]
    [InlineData("minCudaVersion", "\"12.4\"")]
    [InlineData("imageUrl", null)]
    [InlineData("localStorageMountPoint", "\"\"")]
    public Task A_create_of_a_cpu_instance_is_refused(string name, string? value) =>
        RefusedAsync("instance/create", Changed(Requests.Cpu, name, value), name);

    [Theory]
    [InlineData("name", 255)]
    [InlineData("imageUrl", 500)]
    [InlineData("imageAuth", 10239)]
    [InlineData("command", 2047)]
    [InlineData("entrypoint", 2047)]
    [InlineData("clusterId", 255)]
    [InlineData("minCudaVersion", 255)]
    public async Task A_text_of_a_create_may_be_so_long_and_no_longer(string name, int longest)
    {
        await using var cloud = await Cloud.StartAsync();

        Assert.Equal(200, (await cloud.PostAsync("instance/create", Requests.Gpu.With(name, new string('x', longest)))).Status);
        AssertNamed(name, await cloud.PostAsync("instance/create", Requests.Gpu.With(name, new string('x', longest + 1))));
    }

    [Theory]
    [InlineData("envs", 100, """{"key":"A","value":"b"}""")]
    [InlineData("networkStorages", 30, """{"Id":"vol-1"}""")]
    public async Task A_list_of_a_create_may_have_so_many_items_and_no_more(string name, int most, string item)
    {
        await using var cloud = await Cloud.StartAsync();
        JsonArray Items(int count) => [.. Enumerable.Range(0, count).Select(_ => JsonNode.Parse(item))];

        Assert.Equal(200, (await cloud.PostAsync("instance/create", Requests.Gpu.With(name, Items(most)))).Status);
        AssertNamed(name, await cloud.PostAsync("instance/create", Requests.Gpu.With(name, Items(most + 1))));
    }

    [Fact]
    public async Task Ports_and_tools_count_together()
    {
        await using var cloud = await Cloud.StartAsync();
        var body = Requests.Gpu
            .With("ports", string.Join(", ", Enumerable.Range(1, 14).Select(port => $"{port}/tcp")))
            .With("tools", JsonNode.Parse("""[{"name":"Jupyter","port":"8888","type":"http"}]"""));

        Assert.Equal(200, (await cloud.PostAsync("instance/create", body)).Status);
        AssertNamed("ports", await cloud.PostAsync("instance/create", body.With("ports", $"{body["ports"]}, 15/tcp")));
    }

    [Theory]
    [InlineData("instanceId", null)]
    [InlineData("instanceId", "1")]
    [InlineData("name", "\"new\"")]
    [InlineData("ports", "\"22/tcp\"")]
    [InlineData("ports", "[{\"port\":\"22\",\"type\":\"tcp\"}]", "ports[0].port")]
    [InlineData("ports", "[{\"port\":2222,\"type\":\"tcp\"}]", "ports[0].port")]
    [InlineData("ports", "[{\"port\":22,\"type\":\"udp\"}]", "ports[0].type")]
    [InlineData("ports", "[{\"port\":22}]", "ports[0].type")]
    [InlineData("expandRootDisk", "-1")]
    [InlineData("expandRootDisk", "6085")]
    public Task An_edit_is_refused(string name, string? value, string? named = null) =>
        RefusedAsync("instance/edit", Changed(new JsonObject { ["instanceId"] = "a" }, name, value), named ?? name);

    [Theory]
    [InlineData("instanceId", null)]
    [InlineData("imageUrl", null)]
    [InlineData("envs", null)]
    [InlineData("command", null)]
    [InlineData("entrypoint", null)]
    [InlineData("save", null)]
    [InlineData("save", "\"true\"")]
    [InlineData("networkVolume", null)]
    [InlineData("networkVolume", "[]")]
    [InlineData("networkVolume", "{}", "networkVolume.volumeMounts")]
    [InlineData("networkVolume", "{\"volumeMounts\":[{\"type\":\"local\",\"id\":\"v\"}]}", "networkVolume.volumeMounts[0].type")]
    [InlineData("networkVolume", "{\"volumeMounts\":[{\"type\":\"network\",\"Id\":\"v\"}]}", "networkVolume.volumeMounts[0].id")]
    [InlineData("ports", "\"22/tcp\"")]
    public Task An_upgrade_is_refused(string name, string? value, string? named = null) =>
        RefusedAsync("instance/upgrade", Changed(Requests.Upgrade("a"), name, value), named ?? name);

    [Theory]
    [InlineData("instanceId", null)]
    [InlineData("instanceIds", "[\"a\"]")]
    [InlineData("force", "true")]
    public async Task The_actions_take_an_id_and_nothing_else(string name, string? value)
    {
        foreach (var action in new[] { "start", "stop", "restart", "delete", "migrate" })
        {
            await RefusedAsync($"instance/{action}", Changed(new JsonObject { ["instanceId"] = "a" }, name, value), name);
        }
    }

    [Theory]
    [InlineData("{\"instanceId\":\"a\",\"instanceId\":\"b\"}", "application/json", "instanceId")]
    [InlineData("[]", "application/json", "body")]
    [InlineData("", "application/json", "body")]
    [InlineData("{\"instanceId\":\"a\"", "application/json", "body")]
    [InlineData("{\"instanceId\":\"a\"}", "text/plain", "Content-Type")]
    public async Task What_is_no_object_of_json_is_refused(string text, string type, string named)
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a" });
        using var content = new StringContent(text, null, type);
        using var response = await cloud.SendAsync("instance/stop", content);

        AssertNamed(named, await Answer.ReadAsync(response));
        Assert.Equal("running", await cloud.StatusAsync("a"));
    }

    [Fact]
    public async Task A_get_needs_an_id()
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a" });

        AssertNamed("instanceId", await cloud.GetAsync("instance"));
        AssertNamed("instanceId", await cloud.GetAsync("instance?InstanceId=a"));
    }

    private static JsonObject Changed(JsonObject body, string name, string? value) =>
        value is null ? body.Without(name) : body.With(name, JsonNode.Parse(value));

    private static async Task RefusedAsync(string path, JsonObject body, string named)
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a", RootfsSize = 60 });

        AssertNamed(named, await cloud.PostAsync(path, body));

        var instance = Assert.Single(cloud.Service.Fleet.Snapshot());
        Assert.Equal(("running", 60), (instance.Status, instance.RootfsSize));
    }

    private static void AssertNamed(string name, Answer answer)
    {
        Assert.Equal((400, "VALIDATOR_PARAM"), (answer.Status, answer.Text("reason")));
        Assert.StartsWith($"invalid {name}: ", answer.Text("message"), StringComparison.Ordinal);
    }
}
