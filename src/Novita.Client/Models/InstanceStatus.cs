namespace Novita;

/// <summary>The statuses an instance is documented to have. The service sends others too, so a status is text wherever it appears.</summary>
public static class InstanceStatus
{
    internal const string Running = "running";
    internal const string Exited = "exited";
    internal const string Removed = "removed";

    /// <summary>Each documented status with its meaning, in the contract's order.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
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
        new("freezing", "Freezing"),
    ];

    /// <summary>Gives <paramref name="status"/> in the service's own spelling where it is a documented one, and as it is otherwise.</summary>
    public static string Normalize(string status) =>
        All.Select(known => known.Key).FirstOrDefault(known => string.Equals(known, status, StringComparison.OrdinalIgnoreCase)) ?? status;

    /// <summary>Tells whether <paramref name="status"/> is a documented one, in the service's own spelling.</summary>
    public static bool IsDocumented(string status) => All.Any(known => known.Key == status);
}
