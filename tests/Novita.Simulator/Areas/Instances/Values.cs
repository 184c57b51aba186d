using System.Collections.Immutable;
using System.Globalization;
using Novita.Simulator.Api;

namespace Novita.Simulator.Areas.Instances;

/// <summary>The values that several bodies have.</summary>
internal static class Values
{
    public const int MostPorts = 15;
    public const int LargestRootfs = 6144;

    private const int MostVariables = 100;
    private const int MostVolumes = 30;
    private const int LongestId = 255;
    private const int LongestPath = 4095;

    public static string InstanceId(Members body) => body.RequiredText("instanceId", 1, LongestId);

    public static string ImageUrl(Members body) => body.RequiredText("imageUrl", 1, 500);

    public static ImmutableArray<SimulatedVariable>? Variables(Members body) =>
        body.Objects("envs", MostVariables, item => new SimulatedVariable(item.Text("key", 511) ?? "", item.Text("value", 4095) ?? ""))
            ?.ToImmutableArray();

    /// <summary>As create has them: <c>8888/http, 22/tcp</c>.</summary>
    public static ImmutableArray<SimulatedPort> PortText(Members body)
    {
        var text = body.Text("ports", int.MaxValue);
        return string.IsNullOrWhiteSpace(text) ? [] : [.. text.Split(',', StringSplitOptions.TrimEntries).Select(Port)];

        SimulatedPort Port(string item) => item.Split('/') is [var number, var type]
            ? new(PortNumber(body, "ports", number), PortType(body, "ports", type))
            : throw body.Wrong("ports", "value must be a list such as 8888/http, 22/tcp");
    }

    /// <summary>As edit has them: objects; null when there are none given.</summary>
    public static ImmutableArray<SimulatedPort>? PortObjects(Members body) =>
        body.Objects("ports", MostPorts, item => new SimulatedPort(
                Usable(item, "port", item.RequiredNumber("port", 1, 65535)),
                PortType(item, "type", item.RequiredText("type", 1, 63))))
            ?.ToImmutableArray();

    /// <summary>The port is text here.</summary>
    public static ImmutableArray<SimulatedTool> Tools(Members body) =>
        [.. body.Objects("tools", MostPorts, item => new SimulatedTool(
            item.RequiredText("name", 1, 255),
            PortNumber(item, "port", item.RequiredText("port", 1, 5)),
            PortType(item, "type", item.RequiredText("type", 1, 63)))) ?? []];

    /// <summary>As create has them.</summary>
    public static ImmutableArray<SimulatedVolume> Storages(Members body) =>
        [.. body.Objects("networkStorages", MostVolumes, item =>
        {
            var id = item.RequiredText("Id", 1, LongestId);
            return new SimulatedVolume("network", null, item.Text("mountPoint", LongestPath, 1) ?? "/network", id);
        }) ?? []];

    /// <summary>As upgrade has them.</summary>
    public static ImmutableArray<SimulatedVolume> Volumes(Members body) => body.RequiredObject(
        "networkVolume",
        volume => volume.RequiredObjects("volumeMounts", MostVolumes, Volume).ToImmutableArray());

    private static SimulatedVolume Volume(Members item)
    {
        var type = item.RequiredText("type", 1, 63);
        var id = item.RequiredText("id", 1, LongestId);
        return type == "network"
            ? new(type, null, item.Text("mountPath", LongestPath, 1) ?? "/network", id)
            : throw item.Wrong("type", "value must be network");
    }

    private static int PortNumber(Members members, string name, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 1 and <= 65535
            ? Usable(members, name, port)
            : throw members.Wrong(name, "a port must be between 1 and 65535");

    private static int Usable(Members members, string name, int port) =>
        port is 2222 or 2223 or 2224 ? throw members.Wrong(name, "2222, 2223 and 2224 are reserved") : port;

    private static string PortType(Members members, string name, string type) =>
        type is "tcp" or "http" ? type : throw members.Wrong(name, "a port's type must be tcp or http");
}
