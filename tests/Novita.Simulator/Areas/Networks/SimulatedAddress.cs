using System.Text.Json.Serialization;

namespace Novita.Simulator.Areas.Networks;

/// <summary>An address in a network.</summary>
public sealed record SimulatedAddress([property: JsonPropertyName("Id")] string Id, [property: JsonPropertyName("Ip")] string Ip);
