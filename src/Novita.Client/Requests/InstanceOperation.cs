namespace Novita.Client.Requests;

/// <summary>An operation on an instance, with its final status and the statuses that show that it took effect.</summary>
public sealed class InstanceOperation
{
    private readonly string[] _effects;

    private InstanceOperation(string path, string goal, params string[] effects)
    {
        Path = path;
        Goal = goal;
        _effects = effects;
    }

    /// <summary>Starts a stopped instance, which is billed from then on.</summary>
    public static InstanceOperation Start { get; } = new(
        "start",
        InstanceStatus.Running,
        InstanceStatus.Running, "toStart", "starting", "toRestart", "restarting", "toCreate", "creating", "pulling");

    /// <summary>Stops a running instance, which gives up its GPUs.</summary>
    public static InstanceOperation Stop { get; } = new("stop", InstanceStatus.Exited, InstanceStatus.Exited, "toStop", "stopping");

    /// <summary>Stops and starts a running instance.</summary>
    public static InstanceOperation Restart { get; } = new("restart", InstanceStatus.Running, "toRestart", "restarting");

    /// <summary>Deletes an instance with its data.</summary>
    public static InstanceOperation Remove { get; } = new("delete", InstanceStatus.Removed, "toRemove", "removing", InstanceStatus.Removed);

    /// <summary>Migrates an instance to another node, without the data on its disks.</summary>
    public static InstanceOperation Move { get; } = new("migrate", InstanceStatus.Running, "migrating");

    /// <summary>Changes the image and settings of an instance.</summary>
    public static InstanceOperation Upgrade { get; } = new("upgrade", InstanceStatus.Running, "toReset", "resetting");

    /// <summary>The last segment of the path.</summary>
    internal string Path { get; }

    /// <summary>The status of the instance when the operation is complete.</summary>
    public string Goal { get; }

    /// <summary>Whether the instance has the status of the goal before the operation, too.</summary>
    public bool StartsAtGoal => !HasTakenEffect(Goal);

    /// <summary>Whether a status shows that the operation has begun or is complete.</summary>
    public bool HasTakenEffect(string status) => _effects.Contains(status, StringComparer.OrdinalIgnoreCase);
}
