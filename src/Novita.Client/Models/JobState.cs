namespace Novita;

/// <summary>The states a job is documented to have.</summary>
public sealed class JobState : KnownValues
{
    /// <summary>Lists them.</summary>
    public JobState()
        : base(
            new("pulling", "Pulling an image"),
            new("running", "Running"),
            new("success", "Finished"),
            new("fail", "Failed"),
            new("break", "Stopped by someone"))
    {
    }

    /// <summary>The documented values.</summary>
    public static JobState Values { get; } = new();
}
