namespace Novita.Simulator.Faults;

/// <summary>How an action that began fails later.</summary>
/// <param name="EndsIn">The status it ends in.</param>
/// <param name="Error">What it shows then.</param>
internal sealed record Failure(string EndsIn, SimulatedError Error);
