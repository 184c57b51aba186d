using Novita.Client.Json;

namespace Novita;

/// <summary>The VPC of an instance.</summary>
public sealed class InstanceNetwork : ResourcePart
{
    /// <summary>The VPC's id (contract: <c>id</c>).</summary>
    public string? Id { get; set; }

    /// <summary>The instance's address in the VPC (contract: <c>ip</c>).</summary>
    public string? Ip { get; set; }

    internal bool IsEmpty => string.IsNullOrEmpty(Id) && string.IsNullOrEmpty(Ip) && UnknownMembers is null;

    /// <summary>Id and address.</summary>
    public override string ToString() => $"{Id} {Ip}".Trim();

    private protected override object?[] Values => [Id, Ip];

    /// <summary>How the object is read from JSON.</summary>
    internal static Shape<InstanceNetwork> Shape { get; } = ShapeOf<InstanceNetwork>(() => new())
        .Add("id", (network, ref reader) => network.Id = JsonString.ReadNonEmpty(ref reader))
        .Add("ip", (network, ref reader) => network.Ip = JsonString.ReadNonEmpty(ref reader));
}
