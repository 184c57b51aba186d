using Novita.Client.Json;

namespace Novita;

/// <summary>A port of an instance that is open to the outside.</summary>
public sealed class PortMapping
{
    /// <summary>The port, 1 to 65535 (contract: <c>port</c>).</summary>
    public int? Port { get; internal set; }

    /// <summary><c>http</c> or <c>tcp</c> (contract: <c>type</c>).</summary>
    public string? Type { get; internal set; }

    /// <summary>The port as the service's own forms write it: <c>8888/http</c>.</summary>
    public override string ToString() => string.IsNullOrEmpty(Type) ? $"{Port}" : $"{Port}/{Type}";

    /// <summary>How it is read.</summary>
    internal static Shape<PortMapping> Shape { get; } = new Shape<PortMapping>(() => new())
        .Add("port", (port, ref reader) => port.Port = Integer.Read(ref reader))
        .Add("type", (port, ref reader) => port.Type = RepeatedText.Read(ref reader));
}
