using Novita.Client.Json;

namespace Novita;

/// <summary>An address in a network, and its owner.</summary>
public sealed class NetworkAddress : ResourcePart
{
    /// <summary>The id of the address's owner (contract: <c>Id</c>).</summary>
    public string? Id { get; set; }

    /// <summary>The address (contract: <c>Ip</c>).</summary>
    public string? Ip { get; set; }

    /// <summary>The address, and the id of its owner: <c>10.0.0.2 (3560b7fec915bbf9)</c>.</summary>
    public override string ToString() => string.IsNullOrEmpty(Id) ? Ip ?? "" : $"{Ip} ({Id})".TrimStart();

    private protected override object?[] Values => [Id, Ip];

    internal static Shape<NetworkAddress> Shape { get; } = ShapeOf<NetworkAddress>(() => new())
        .Add("Id", (address, ref reader) => address.Id = JsonString.ReadNonEmpty(ref reader))
        .Add("Ip", (address, ref reader) => address.Ip = JsonString.ReadNonEmpty(ref reader));
}
