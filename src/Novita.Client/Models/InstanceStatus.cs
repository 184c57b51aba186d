namespace Novita;

/// <summary>The statuses an instance is documented to have. The service sends others too, so a status is text wherever it appears.</summary>
public static class InstanceStatus
{
    /// <summary>Each documented status with its meaning, in the contract's order.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All { get; } =
    [
        new("toCreate", "Pending creation"),
        new("creating", "Creating"),
        new("pulling", "Pulling image"),
        new("running", "Running"),
        new("toStart", "Pending start"),
        new("starting", "Starting"),
        new("toStop", "Pending stop"),
        new("stopping", "Stopping"),
        new("exited", "Stopped"),
        new("toRestart", "Pending restart"),
        new("restarting", "Restarting"),
        new("toRemove", "Pending deletion"),
        new("removing", "Deleting"),
        new("removed", "Deleted"),
        new("toReset", "Pending reset (upgrade)"),
        new("resetting", "Resetting"),
        new("migrating", "Migrating"),
        new("freezing", "Freezing"),
    ];

    /// <summary>Gives <paramref name="status"/> in the service's own spelling where it is a documented one, and as it is otherwise.</summary>
    public static string Normalize(string status)
    {
        foreach (var known in All)
        {
            if (string.Equals(known.Key, status, StringComparison.OrdinalIgnoreCase))
            {
                return known.Key;
            }
        }

        return status;
    }
}
