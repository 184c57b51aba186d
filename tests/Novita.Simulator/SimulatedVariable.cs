namespace Novita.Simulator;

/// <summary>One element of <c>envs</c>; a member that is null is left out.</summary>
/// <param name="Key">The variable's name.</param>
/// <param name="Value">The variable's value.</param>
public sealed record SimulatedVariable(string? Key, string? Value);
