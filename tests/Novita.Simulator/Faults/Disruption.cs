namespace Novita.Simulator.Faults;

/// <summary>What is answered in place of the reply to an action.</summary>
/// <param name="Performs">Whether the action goes through all the same.</param>
/// <param name="Reply">The answer.</param>
internal sealed record Disruption(bool Performs, IResult Reply);
