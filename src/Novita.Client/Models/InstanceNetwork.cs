using Novita.Client.Json;

namespace Novita;

/// <summary>The VPC that an instance is in.</summary>
public sealed class InstanceNetwork
{
    /// <summary>The VPC's id (contract: <c>id</c>).</summary>
    public string? Id { get; internal set; }

    /// <summary>The instance's address in it (contract: <c>ip</c>).</summary>
    public string? Ip { get; internal set; }

    internal bool IsEmpty => string.IsNullOrEmpty(Id) && string.IsNullOrEmpty(Ip);

    /// <summary>Id and address.</summary>
    public override string ToString() => $"{Id} {Ip}".Trim();

    /// <summary>How it is read.</summary>
    internal static Shape<InstanceNetwork> Shape { get; } = new Shape<InstanceNetwork>(() => new())
        .Add("id", (network, ref reader) => network.Id = JsonString.Read(ref reader))
        .Add("ip", (network, ref reader) => network.Ip = JsonString.Read(ref reader));
}
