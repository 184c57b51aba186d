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

    /// <summary>Lists the documented values.</summary>
    public JobState()
        : base(
            new("pulling", "Pulling an image"),
            new("running", "Running"),
            new(Success, "Finished"),
            new(Fail, "Failed"),
            new(Break, "Stopped by someone"))
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
