namespace Novita.Simulator.Areas.Jobs;

/// <summary>How the job calls behave.</summary>
public sealed class JobOptions
{
    /// <summary>How many jobs there are at first.</summary>
    public int Count { get; init; } = 12;

    /// <summary>How the list pages; the documentation's own example begins at page 1.</summary>
    public ListOptions List { get; init; } = new() { Member = "jobs", PageBase = 1 };
}
