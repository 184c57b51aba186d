namespace Novita.Simulator.Areas.Jobs;

/// <summary>A state that a job comes to.</summary>
/// <param name="After">How long after the job was begun.</param>
/// <param name="State">The state.</param>
public sealed record SimulatedJobStep(TimeSpan After, SimulatedJobState State);
