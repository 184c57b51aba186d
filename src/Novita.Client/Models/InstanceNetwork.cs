using System.Text.Json.Serialization;

namespace Novita;

/// <summary>The VPC that an instance is in.</summary>
public sealed class InstanceNetwork
{
    /// <summary>The VPC's id (contract: <c>id</c>).</summary>
    [JsonInclude]
    public string? Id { get; internal set; }

    /// <summary>The instance's address in it (contract: <c>ip</c>).</summary>
    [JsonInclude]
    public string? Ip { get; internal set; }

    internal bool IsEmpty => string.IsNullOrEmpty(Id) && string.IsNullOrEmpty(Ip);

    /// <summary>Id and address.</summary>
    public override string ToString() => $"{Id} {Ip}".Trim();
}
