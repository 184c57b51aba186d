namespace Novita.Simulator.Lives;

/// <summary>A step of a <see cref="Course"/>.</summary>
/// <param name="After">How long after the step before.</param>
/// <param name="Status">The status then; null when the instance is gone.</param>
/// <param name="Error">What went wrong on the way to it.</param>
internal sealed record Phase(TimeSpan After, string? Status, SimulatedError? Error = null);
