using System.Globalization;
using System.Text.Json;
using Novita.Client.Json;
using Novita.Client.Text;

namespace Novita;

/// <summary>A port of an instance that is open to the outside.</summary>
public sealed class PortMapping : ResourcePart
{
    private static readonly string[] s_types = ["http", "tcp"];

    /// <summary>Creates an empty port.</summary>
    public PortMapping()
    {
    }

    /// <summary>Creates a port from text.</summary>
    /// <param name="text">The port and its type: <c>8888/http</c> or <c>22/tcp</c>.</param>
    /// <exception cref="NovitaException">The text is not a port with its type (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    public PortMapping(string text)
    {
        var parts = text.Split('/').Select(part => part.Trim()).ToArray();
        if (parts is not [var port, var type]
            || !ushort.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || Spelling(type) is not { } known)
        {
            throw Limits.Invalid(
                $"'{VisibleText.Quote(text)}' is not a port to open. "
                + "Write a port from 1 to 65535 and its type, http or tcp, such as 8888/http or 22/tcp; several are a list.");
        }

        Port = number;
        Type = known;
    }

    /// <summary>The port, 1 to 65535 (contract: <c>port</c>).</summary>
    public int? Port { get; set; }

    /// <summary><c>http</c> or <c>tcp</c> (contract: <c>type</c>).</summary>
    public string? Type { get; set; }

    /// <summary>
    /// The address of the port from outside: a web address for <c>http</c>, <c>host:port</c> for <c>tcp</c>; null while the instance does
    /// not run (contract: <c>endpoint</c>).
    /// </summary>
    public string? Endpoint { get; set; }

    /// <summary>Port and type: <c>8888/http</c>.</summary>
    public override string ToString() => string.IsNullOrEmpty(Type) ? $"{Port}" : $"{Port}/{Type}";

    /// <summary>Creates a port without checking the values.</summary>
    internal static PortMapping Of(int? port, string? type) => new() { Port = port, Type = type };

    /// <summary>Returns the type in the service's spelling; null for an unknown one.</summary>
    private static string? Spelling(string type) =>
        s_types.FirstOrDefault(known => string.Equals(known, type, StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads a list of ports, each an object or a text such as <c>22/tcp</c>, or one text with all ports.</summary>
    internal static DisplayList<PortMapping> ReadList(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            return [.. JsonString.Read(ref reader)!.Split([','], StringSplitOptions.RemoveEmptyEntries).Select(Parse)];
        }

        var ports = new DisplayList<PortMapping>();
        if (Token.Opens(ref reader, JsonTokenType.StartArray))
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                ports.Add(reader.TokenType == JsonTokenType.String ? Parse(JsonString.Read(ref reader)!) : Shape.Read(ref reader)!);
            }
        }

        return ports;
    }

    private static PortMapping Parse(string text)
    {
        try
        {
            return new PortMapping(text);
        }
        catch (NovitaException)
        {
            throw new FieldException("is not a port");
        }
    }

    private protected override object?[] Values => [Port, Type?.ToLowerInvariant()];

    /// <summary>How the object is read from JSON.</summary>
    internal static Shape<PortMapping> Shape { get; } = ShapeOf<PortMapping>(() => new())
        .Add("port", (port, ref reader) => port.Port = JsonInt32.Read(ref reader))
        .Add("type", (port, ref reader) => port.Type = JsonInternedString.ReadNonEmpty(ref reader))
        .Add("endpoint", (port, ref reader) => port.Endpoint = JsonString.ReadNonEmpty(ref reader));
}
