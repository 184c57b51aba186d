using Novita.Client.Json;

namespace Novita;

/// <summary>How a template sends its ports: by type, up to <see cref="MaxPorts"/> in a group.</summary>
/// <param name="Type"><c>http</c> or <c>tcp</c>.</param>
/// <param name="Ports">The ports of this type.</param>
internal sealed record PortGroup(string? Type, IReadOnlyList<int> Ports)
{
    /// <summary>How many ports a group may have.</summary>
    public const int MaxPorts = 10;

    private static readonly Shape<Reading> s_shape = new Shape<Reading>(() => new())
        .Add("type", (group, ref reader) => group.Type = JsonInternedString.Read(ref reader))
        .Add("ports", (group, ref reader) => group.Ports = JsonInt32.ReadList(ref reader));

    /// <summary>Reads groups as single ports.</summary>
    public static DisplayList<PortMapping> Read(ref System.Text.Json.Utf8JsonReader reader) =>
        [.. from reading in s_shape.ReadList(ref reader) ?? []
            where reading is not null
            from port in reading.Ports
            select PortMapping.Of(port, reading.Type)];

    /// <summary>Puts single ports into groups, in the order of their first ports.</summary>
    public static IEnumerable<PortGroup> Of(IEnumerable<PortMapping> ports) =>
        from port in ports.Select((mapping, index) => (mapping.Type, Port: mapping.Port ?? 0, index))
        group port by port.Type into type
        from part in type.Select((port, index) => (port.Port, Part: index / MaxPorts)).GroupBy(port => port.Part)
        select new PortGroup(type.Key, [.. part.Select(port => port.Port)]);

    private sealed class Reading
    {
        public string? Type { get; set; }

        public IReadOnlyList<int> Ports { get; set; } = [];
    }
}
