using System.Collections.Immutable;

namespace Novita.Simulator.Areas.Templates;

/// <summary>Ports of one type.</summary>
public sealed record SimulatedPortGroup(string Type, ImmutableArray<int> Ports);
