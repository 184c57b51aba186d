using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Novita.Simulator.Areas.Jobs;
using Novita.Simulator.Lives;

namespace Novita.Simulator.Areas.Instances;

/// <summary>Writes an instance as replies have it: most numbers in strings, and what has no value in the instance's own way.</summary>
internal static class InstanceJson
{
    private const int FreeStorage = 60;

    private static readonly JsonSerializerOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An instance in a list.</summary>
    public static byte[] Row(SimulatedInstance instance)
    {
        var json = Common(instance, null);
        AddUndocumented(json, instance);
        return JsonSerializer.SerializeToUtf8Bytes(json, s_options);
    }

    /// <summary>An instance by its id.</summary>
    public static byte[] Detail(SimulatedInstance instance, IEnumerable<SimulatedJob> jobs, SimulatorOptions options)
    {
        if (instance.RawJson is { } raw)
        {
            return Encoding.UTF8.GetBytes(raw);
        }

        var access = Access.Of(instance);
        var runs = instance.Status == "running";
        var jupyter = instance.Tools.FirstOrDefault(tool => tool.Name == "Jupyter");
        var node = new JsonObject { ["maxRootfsSize"] = Values.LargestRootfs };
        var json = Common(instance, access);
        if (instance.NetworkId is { Length: > 0 } network)
        {
            json["network"] = new JsonObject { ["id"] = network, ["ip"] = access.PrivateAddress };
        }

        json["node"] = options.Node is NodeForm.List ? new JsonArray(node) : node;
        json["jobs"] = new JsonArray([.. jobs.Select(job => Present(("id", job.Id), ("type", job.Type)))]);
        json["connectComponentSSH"] = Component(true, ("sshCommand", access.SshCommand), ("password", access.SshPassword));
        json["connectComponentWebTerminal"] = Component(
            true, ("address", access.TerminalAddress), ("username", "root"), ("password", access.TerminalPassword));
        json["connectComponentJupyter"] = Component(
            jupyter is not null, ("address", jupyter is null ? "" : $"{access.HttpAddress(jupyter.Port)}/?token={access.JupyterToken}"));
        json["connectComponentJupyter"]!["port"] = jupyter?.Port ?? 0;
        json["connectComponentLog"] = Component(
            true,
            ("systemLogAddress", options.Monitoring.LogAddress(instance.Id, "system") ?? access.SystemLogAddress),
            ("instanceLogAddress", options.Monitoring.LogAddress(instance.Id, "instance") ?? access.InstanceLogAddress));
        json["freeStorageSize"] = FreeStorage;
        json["keepDataDay"] = instance.KeepDataDay;
        if (options.UndocumentedMembers)
        {
            var now = options.TimeProvider.GetUtcNow();
            AddUndocumented(json, instance);
            if (instance.CreatedAt is not null || !instance.Extra.ContainsKey("createdAt"))
            {
                json["createdAt"] = Time(instance.CreatedAt, 0);
            }

            json["lastStartedAt"] = Time(instance.LastStartedAt, 0);
            json["lastStoppedAt"] = Time(instance.LastStoppedAt, 0);
            json["useTime"] = Digits((long)(instance.UseTime + (now - (instance.RunningSince ?? now))).TotalSeconds);
            json["sshCommand"] = runs ? access.SshCommand : "";
            json["sshPassword"] = runs ? access.SshPassword : "";
            json["tools"] = new JsonArray([.. instance.Tools.Select(tool => JsonValue.Create(tool.Name))]);
        }

        return JsonSerializer.SerializeToUtf8Bytes(json, s_options);

        // What leads into an instance is empty while it does not run.
        JsonObject Component(bool exists, params (string Name, string Text)[] members)
        {
            var component = Present([.. members.Select(member => (member.Name, (JsonNode?)(runs ? member.Text : "")))]);
            component["isRunning"] = exists && runs;
            return component;
        }
    }

    private static JsonObject Common(SimulatedInstance instance, Access? access)
    {
        var json = new JsonObject
        {
            ["id"] = instance.Id,
            ["name"] = instance.Name,
            ["clusterId"] = instance.ClusterId,
            ["status"] = instance.Status,
            ["imageUrl"] = instance.ImageUrl,
            ["cpuNum"] = Digits(instance.CpuNum),
            ["memory"] = Digits(instance.Memory),
            ["gpuNum"] = Digits(instance.GpuNum),
            ["billingMode"] = instance.BillingMode,
            ["endTime"] = Time(instance.EndTime, -1),
        };
        Add(json, instance, "clusterName", instance.ClusterName, "");
        Add(json, instance, "imageAuthId", instance.ImageAuthId, "");
        Add(json, instance, "command", instance.Command, "");
        Add(json, instance, "entrypoint", instance.Entrypoint, "");
        Add(json, instance, "kind", instance.Kind, "");
        Add(json, instance, "portMappings", List(instance.PortMappings, port => Present(
            ("port", port.Port),
            ("endpoint", instance.Status == "running" ? access?.Endpoint(port) : null),
            ("type", port.Type))), new JsonArray());
        Add(json, instance, "volumeMounts", List(instance.VolumeMounts, volume => Present(
            ("type", volume.Type),
            ("size", access is null && volume.Size is { } size ? Digits(size) : volume.Size),
            ("id", volume.Id),
            ("mountPath", volume.MountPath))), new JsonArray());
        Add(json, instance, "envs", List(instance.Envs, env => Present(("key", env.Key), ("value", env.Value))), new JsonArray());
        Add(
            json,
            instance,
            "statusError",
            instance.StatusError is { } error ? Present(("state", error.State), ("message", error.Message)) : null,
            Present(("state", ""), ("message", "")));
        return json;
    }

    /// <summary>What lists have and get replies should not.</summary>
    private static void AddUndocumented(JsonObject json, SimulatedInstance instance)
    {
        json["productId"] = instance.ProductId;
        json["productName"] = instance.ProductName;
        json["rootfsSize"] = instance.RootfsSize;
        Add(json, instance, "spotStatus", instance.SpotStatus, "");
        json["spotReclaimTime"] = Time(instance.SpotReclaimTime, 0);
        foreach (var (name, value) in instance.Extra)
        {
            json[name] = value?.DeepClone();
        }
    }

    private static void Add(JsonObject json, SimulatedInstance instance, string name, JsonNode? value, JsonNode empty)
    {
        if (value is not null || instance.Unset is not Unset.Omitted)
        {
            json[name] = value ?? (instance.Unset is Unset.Null ? null : empty);
        }
    }

    private static JsonArray? List<T>(ImmutableArray<T> items, Func<T, JsonObject> write) =>
        items.IsDefaultOrEmpty ? null : new JsonArray([.. items.Select(write)]);

    private static JsonObject Present(params (string Name, JsonNode? Value)[] members) =>
        new(members.Where(member => member.Value is not null).Select(member => KeyValuePair.Create(member.Name, member.Value)));

    private static string Digits(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Unix seconds in a string.</summary>
    private static string Time(DateTimeOffset? value, long unset) => Digits(value?.ToUnixTimeSeconds() ?? unset);
}
