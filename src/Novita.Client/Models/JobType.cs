namespace Novita;

/// <summary>The types a job is documented to have.</summary>
public sealed class JobType : KnownValues
{
    /// <summary>Saves the image of an instance.</summary>
    public const string SaveImage = "saveImage";

    /// <summary>Lists the documented values.</summary>
    public JobType()
        : base(
            new(SaveImage, "Saves the image of an instance"),
            new("instanceMigrate", "Moves an instance to another node"),
            new("autoInstanceMigrate", "Moves an instance whose node has a fault"))
    {
    }

    private protected override IReadOnlyDictionary<string, string> OtherNames { get; } = new Dictionary<string, string>
    {
        ["migrate"] = "instanceMigrate",
        ["migration"] = "instanceMigrate",
        ["snapshot"] = "saveImage",
        ["image"] = "saveImage",
    };

    /// <summary>The documented values.</summary>
    public static JobType Values { get; } = new();
}
