namespace Novita.Simulator.Areas.Jobs;

/// <summary>How far a job is.</summary>
/// <param name="State"><c>pulling</c>, <c>running</c>, <c>success</c>, <c>fail</c> or <c>break</c>.</param>
/// <param name="Error">A name; empty unless the job failed.</param>
/// <param name="ErrorMessage">The text for people; empty unless the job failed.</param>
public sealed record SimulatedJobState(string State, string Error = "", string ErrorMessage = "")
{
    internal bool IsUnderWay => State is "pulling" or "running";
}
