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

    private protected override IReadOnlyDictionary<string, string> OtherNames { get; } = new Dictionary<string, string>
    {
        ["succeeded"] = "success",
        ["completed"] = "success",
        ["complete"] = "success",
        ["finished"] = "success",
        ["done"] = "success",
        ["failed"] = "fail",
        ["error"] = "fail",
        ["stopped"] = "break",
        ["cancelled"] = "break",
        ["canceled"] = "break",
        ["aborted"] = "break",
    };

    /// <summary>The documented values.</summary>
    public static JobState Values { get; } = new();
}
