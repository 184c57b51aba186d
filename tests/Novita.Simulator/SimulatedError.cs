namespace Novita.Simulator;

/// <summary>The <c>statusError</c> of an instance; a member that is null is left out.</summary>
/// <param name="State">The abnormal state.</param>
/// <param name="Message">What went wrong.</param>
public sealed record SimulatedError(string? State, string? Message);
