namespace Novita.Simulator;

/// <summary>One element of <c>envs</c>; a member that is null is left out.</summary>
public sealed record SimulatedVariable(string? Key, string? Value);
