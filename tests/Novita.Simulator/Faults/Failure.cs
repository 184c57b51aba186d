namespace Novita.Simulator.Faults;

/// <summary>How the next so many actions of a kind end, which begin and take their time.</summary>
internal sealed record Failure(
    InstanceAction Action, SimulatedError Error, string EndsIn, Func<SimulatedInstance, bool>? When, int Times);
