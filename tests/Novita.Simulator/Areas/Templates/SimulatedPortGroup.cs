using System.Collections.Immutable;

namespace Novita.Simulator.Areas.Templates;

/// <summary>Ports of one type.</summary>
/// <param name="Type"><c>http</c> or <c>tcp</c>.</param>
/// <param name="Ports">The ports, 10 at most.</param>
public sealed record SimulatedPortGroup(string Type, ImmutableArray<int> Ports);
