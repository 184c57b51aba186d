using Novita.Client.Requests;

namespace Novita.Client.Tests.Fixtures;

/// <summary>Instances to create that are all right.</summary>
internal static class Wanted
{
    public static NewInstance Gpu { get; } = new() { ProductId = "4090.16c62g", GpuNum = 1, RootfsSize = 60, ImageUrl = "ubuntu:24.04" };

    public static NewInstance Cpu { get; } = new() { IsCpu = true, ProductId = "cpu.8c32g", ImageUrl = "ubuntu:24.04" };

    /// <summary>Ports 1001, 1002 and so on.</summary>
    public static IReadOnlyList<PortMapping> Ports(int count) => [.. Enumerable.Range(1001, count).Select(port => new PortMapping($"{port}/tcp"))];

    public static IReadOnlyList<KeyValuePair<string, string>> Variables(int count) =>
        [.. Enumerable.Range(1, count).Select(number => KeyValuePair.Create($"NAME_{number}", "ZZZZ"))];

    public static IReadOnlyList<NetworkStorageMount> Storages(int count) =>
        [.. Enumerable.Range(1, count).Select(number => new NetworkStorageMount($"vol-{number}=/data/{number}"))];
}
