using System.Text.Json.Nodes;

namespace Novita.Simulator.Tests;

/// <summary>How strictly bodies are read; a client's own tests rely on it wherever they assert that a request was accepted.</summary>
public sealed class BodyTests
{
    [Theory]
    [InlineData("create", "productId", null)]
    [InlineData("create", "gpuNum", "\"2\"")]
    [InlineData("create", "gpuNum", "9")]
    [InlineData("create", "kind", "\"tpu\"")]
    [InlineData("create", "Name", "\"box\"")]
    [InlineData("create", "ports", "[{\"port\":22,\"type\":\"tcp\"}]")]
    [InlineData("create", "ports", "\"22/udp\"")]
    [InlineData("create", "ports", "\"2222/tcp\"")]
    [InlineData("create", "envs", "[{\"key\":\"A\",\"value\":1}]", "envs[0].value")]
    [InlineData("create", "networkStorages", "[{\"id\":\"vol-1\"}]", "networkStorages[0].Id")]
    [InlineData("create", "tools", "[{\"name\":\"Jupyter\",\"port\":8888,\"type\":\"http\"}]", "tools[0].port")]
    [InlineData("create", "billingMode", "\"yearly\"")]
    [InlineData("create", "autoRenewMonth", "13")]
    [InlineData("edit", "ports", "\"22/tcp\"")]
    [InlineData("edit", "ports", "[{\"port\":\"22\",\"type\":\"tcp\"}]", "ports[0].port")]
    [InlineData("edit", "expandRootDisk", "6085")]
    [InlineData("upgrade", "save", null)]
    [InlineData("upgrade", "networkVolume", "{\"volumeMounts\":[{\"type\":\"network\"}]}", "networkVolume.volumeMounts[0].id")]
    [InlineData("stop", "instanceId", null)]
    [InlineData("stop", "force", "true")]
    public async Task A_body_with_a_wrong_member_is_refused_and_changes_nothing(
        string call, string name, string? json, string? named = null)
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a", RootfsSize = 60 });
        var body = call switch
        {
            "create" => Requests.Gpu,
            "upgrade" => Requests.Upgrade("a"),
            _ => new JsonObject { ["instanceId"] = "a" },
        };

        var answer = await cloud.PostAsync($"gpu/instance/{call}", body.With(name, json));

        Assert.Equal((400, "VALIDATOR_PARAM"), (answer.Status, answer.Reason));
        Assert.StartsWith($"invalid {named ?? name}: ", (string?)answer.Json["message"], StringComparison.Ordinal);
        var instance = Assert.Single(cloud.Service.Fleet.Snapshot());
        Assert.Equal(("running", 60), (instance.Status, instance.RootfsSize));
    }

    [Theory]
    [InlineData("{\"instanceId\":\"a\",\"instanceId\":\"b\"}", "application/json", 400)]
    [InlineData("[]", "application/json", 400)]
    [InlineData("{\"instanceId\":\"a\"", "application/json", 400)]
    [InlineData("{\"instanceId\":\"a\"}", "text/plain", 400)]
    [InlineData("{\"instanceId\":\"a\"}", "application/json", 200)]
    public async Task A_body_has_to_be_a_json_object_and_is_kept_in_the_log(string text, string type, int status)
    {
        await using var cloud = await Cloud.StartAsync(new SimulatedInstance { Id = "a" });
        using var content = new StringContent(text, null, type);
        using var response = await cloud.Http.PostAsync(new Uri("gpu/instance/stop", UriKind.Relative), content);

        Assert.Equal(status, (int)response.StatusCode);
        var request = Assert.Single(cloud.Service.Requests.Changing);
        Assert.Equal((text, status), (request.Body, request.Status));
    }

    [Theory]
    [InlineData("0", "\"monthly\"", 1)]
    [InlineData("3", null, 3)]
    public async Task A_new_instance_has_what_was_asked_for(string month, string? mode, int months)
    {
        await using var cloud = await Cloud.StartAsync();
        var body = Requests.Gpu.With("month", month).With("billingMode", mode).With("ports", "\"8888/http, 22/tcp\"")
            .With("networkStorages", """[{"Id":"vol-1","mountPoint":"/data"}]""");

        var id = (string)(await cloud.PostAsync("gpu/instance/create", body)).Json["id"]!;

        var instance = cloud.Service.Fleet.Find(id)!;
        Assert.Equal(
            ("box", "RTX 4090 24GB", 2, 32, "monthly"),
            (instance.Name, instance.ProductName, instance.GpuNum, instance.CpuNum, instance.BillingMode));
        Assert.Equal(["8888/http", "22/tcp"], instance.PortMappings.Select(port => $"{port.Port}/{port.Type}"));
        Assert.Equal(new SimulatedVolume("network", null, "/data", "vol-1"), Assert.Single(instance.VolumeMounts));
        Assert.Equal(cloud.Time.GetUtcNow().AddMonths(months), instance.EndTime);
        Assert.Equal("PREPAID_INSTANCE_NOT_SUPPORT_RELEASE", (await cloud.ActAsync("delete", id)).Reason);
    }
}
