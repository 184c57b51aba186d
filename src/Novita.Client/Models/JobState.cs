namespace Novita;

/// <summary>The states a job is documented to have.</summary>
public sealed class JobState : KnownValues
{
    /// <summary>The job ended well.</summary>
    public const string Success = "success";

    /// <summary>The job failed.</summary>
    public const string Fail = "fail";

    /// <summary>The job was stopped.</summary>
    public const string Break = "break";

    /// <summary>Lists them.</summary>
    public JobState()
        : base(
            new("pulling", "Pulling an image"),
            new("running", "Running"),
            new(Success, "Finished"),
            new(Fail, "Failed"),
            new(Break, "Stopped by someone"))
    {
    }

    /// <summary>The documented values.</summary>
    public static JobState Values { get; } = new();
}
