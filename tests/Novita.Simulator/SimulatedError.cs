namespace Novita.Simulator;

/// <summary>The <c>statusError</c> of an instance; a member that is null is left out.</summary>
public sealed record SimulatedError(string? State, string? Message);
