namespace Novita.Simulator.Areas.Jobs;

/// <summary>A state that a job comes to.</summary>
public sealed record SimulatedJobStep(TimeSpan After, SimulatedJobState State);
