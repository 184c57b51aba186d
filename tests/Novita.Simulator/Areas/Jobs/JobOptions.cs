namespace Novita.Simulator.Areas.Jobs;

/// <summary>How the job calls behave.</summary>
public sealed class JobOptions
{
    /// <summary>How many jobs there are at first.</summary>
    public int Count { get; init; } = 12;

    /// <summary>How long a job that saves an image is <c>pulling</c>.</summary>
    public TimeSpan Pulling { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long it is <c>running</c> after that.</summary>
    public TimeSpan Running { get; init; } = TimeSpan.FromSeconds(60);

    public SimulatedJobState End { get; set; } = new("success");
}
