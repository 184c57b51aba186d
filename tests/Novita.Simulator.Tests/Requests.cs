using System.Text.Json.Nodes;

namespace Novita.Simulator.Tests;

/// <summary>Bodies that the service takes.</summary>
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

    /// <summary>The body with another member, given as JSON, or without it.</summary>
    public static JsonObject With(this JsonObject body, string name, string? json)
    {
        body.Remove(name);

        if (json is not null)
        {
            body[name] = JsonNode.Parse(json);
        }

        return body;
    }
}
