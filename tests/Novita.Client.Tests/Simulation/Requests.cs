using System.Text.Json.Nodes;

namespace Novita.Client.Tests.Simulation;

/// <summary>Bodies that are all right.</summary>
internal static class Requests
{
    public static JsonObject Gpu => new()
    {
        ["name"] = "box",
        ["productId"] = "4090.16c62g",
        ["gpuNum"] = 2,
        ["rootfsSize"] = 60,
        ["imageUrl"] = "docker.io/library/ubuntu:24.04",
        ["kind"] = "gpu",
    };

    public static JsonObject Cpu => new()
    {
        ["productId"] = "cpu.8c32g",
        ["imageUrl"] = "docker.io/library/ubuntu:24.04",
        ["kind"] = "cpu",
    };

    public static JsonObject Upgrade(string id) => new()
    {
        ["instanceId"] = id,
        ["imageUrl"] = "docker.io/library/debian:13",
        ["envs"] = new JsonArray(new JsonObject { ["key"] = "A", ["value"] = "b" }),
        ["command"] = "sleep 1",
        ["entrypoint"] = "/bin/sh",
        ["save"] = true,
        ["networkVolume"] = new JsonObject
        {
            ["volumeMounts"] = new JsonArray(new JsonObject { ["type"] = "network", ["id"] = "vol-1", ["mountPath"] = "/data" }),
        },
    };

    public static JsonObject With(this JsonObject body, string name, JsonNode? value)
    {
        body[name] = value;
        return body;
    }

    public static JsonObject Without(this JsonObject body, string name)
    {
        Assert.True(body.Remove(name));
        return body;
    }
}
