using Novita.Client.Json;

namespace Novita;

/// <summary>A group of ports of one type, as in the JSON of a template.</summary>
/// <param name="Type"><c>http</c> or <c>tcp</c>.</param>
/// <param name="Ports">The ports.</param>
internal sealed record PortGroup(string? Type, IReadOnlyList<int> Ports)
{
    /// <summary>The maximum number of ports in a group.</summary>
    public const int MaxPorts = 10;

    private static readonly Shape<Reading> s_shape = new Shape<Reading>(() => new())
        .Add("type", (group, ref reader) => group.Type = JsonInternedString.Read(ref reader))
        .Add("ports", (group, ref reader) => group.Ports = JsonInt32.ReadList(ref reader));

    /// <summary>Reads a list of groups and returns the single ports.</summary>
    public static DisplayList<PortMapping> Read(ref System.Text.Json.Utf8JsonReader reader) =>
        [.. from reading in s_shape.ReadList(ref reader) ?? []
            where reading is not null
            from port in reading.Ports
            select PortMapping.Of(port, reading.Type)];

    /// <summary>Groups ports by type, in the order of the groups' first ports.</summary>
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
