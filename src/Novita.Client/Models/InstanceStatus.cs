namespace Novita;

/// <summary>The statuses an instance is documented to have.</summary>
public sealed class InstanceStatus : KnownValues
{
    internal const string Running = "running";
    internal const string Exited = "exited";
    internal const string Removed = "removed";

    /// <summary>Lists the documented values.</summary>
    public InstanceStatus()
        : base(
            new("toCreate", "Pending creation"),
            new("creating", "Creating"),
            new("pulling", "Pulling image"),
            new(Running, "Running"),
            new("toStart", "Pending start"),
            new("starting", "Starting"),
            new("toStop", "Pending stop"),
            new("stopping", "Stopping"),
            new(Exited, "Stopped"),
            new("toRestart", "Pending restart"),
            new("restarting", "Restarting"),
            new("toRemove", "Pending deletion"),
            new("removing", "Deleting"),
            new(Removed, "Deleted"),
            new("toReset", "Pending reset (upgrade)"),
            new("resetting", "Resetting"),
            new("migrating", "Migrating"),
            new("freezing", "Freezing"))
    {
    }

    private protected override IReadOnlyDictionary<string, string> OtherNames { get; } = new Dictionary<string, string>
    {
        ["stopped"] = "exited",
        ["stop"] = "exited",
        ["halted"] = "exited",
        ["off"] = "exited",
        ["paused"] = "exited",
        ["terminated"] = "removed",
        ["deleted"] = "removed",
        ["destroyed"] = "removed",
        ["deleting"] = "removing",
        ["terminating"] = "removing",
        ["started"] = "running",
        ["active"] = "running",
        ["ready"] = "running",
        ["on"] = "running",
        ["pending"] = "toCreate",
        ["queued"] = "toCreate",
        ["provisioning"] = "creating",
        ["rebooting"] = "restarting",
        ["frozen"] = "freezing",
    };

    /// <summary>The documented values.</summary>
    public static InstanceStatus Values { get; } = new();
}
