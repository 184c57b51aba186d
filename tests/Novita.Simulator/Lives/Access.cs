using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Novita.Simulator.Lives;

/// <summary>How an instance that runs is reached; other ports and passwords after every start.</summary>
internal sealed class Access
{
    private readonly SimulatedInstance _instance;
    private readonly byte[] _digest;
    private readonly bool _isCurrent;

    private Access(SimulatedInstance instance, int start)
    {
        _instance = instance;
        _isCurrent = start == instance.Starts;
        _digest = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{instance.Id}/{start}")));
    }

    public string SshCommand => Extra("sshCommand") ?? $"ssh -p {OutsidePort(22)} root@{ProxyHost}";

    public string SshPassword => Extra("sshPassword") ?? $"sim-password-{Hex(0)}";

    public string TerminalAddress => HttpAddress(2222);

    public string TerminalPassword => $"sim-terminal-{Hex(8)}";

    public string JupyterToken => $"sim-jupyter-{Hex(16)}";

    /// <summary>In its VPC.</summary>
    public string PrivateAddress => $"10.0.{_digest[30]}.{_digest[31]}";

    public ImmutableArray<string> Secrets => [SshPassword, TerminalPassword, JupyterToken];

    // The form of these is made up, unlike the others'.
    public string SystemLogAddress => $"https://log.{_instance.ClusterId}.gpu-instance.novita.ai/{_instance.Id}/system";

    public string InstanceLogAddress => $"https://log.{_instance.ClusterId}.gpu-instance.novita.ai/{_instance.Id}/instance";

    private string ProxyHost => $"proxy.{_instance.ClusterId}.gpu-instance.novita.ai";

    public static Access Of(SimulatedInstance instance) => new(instance, instance.Starts);

    /// <summary>The secrets of all starts so far.</summary>
    public static ImmutableArray<string> SecretsOf(SimulatedInstance instance) =>
        [.. Enumerable.Range(0, instance.Starts + 1).SelectMany(start => new Access(instance, start).Secrets).Distinct()];

    public string Endpoint(SimulatedPort port) => port.Type == "http" ? HttpAddress(port.Port) : $"{ProxyHost}:{OutsidePort(port.Port)}";

    public string HttpAddress(int port) => $"https://{_instance.Id}-{port}.{_instance.ClusterId}.gpu-instance.novita.ai";

    private int OutsidePort(int port) => 30000 + ((BinaryPrimitives.ReadUInt16BigEndian(_digest.AsSpan(24)) + (port * 7)) % 10000);

    private string Hex(int from) => Convert.ToHexStringLower(_digest.AsSpan(from, 8));

    /// <summary>Made-up fleets have some in their list replies already.</summary>
    private string? Extra(string name) => !_isCurrent ? null : _instance.Extra.GetValueOrDefault(name)?.GetValue<string>();
}
