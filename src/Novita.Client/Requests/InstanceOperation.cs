namespace Novita.Client.Requests;

/// <summary>Something to do with an instance, where it leads, and how to see that it has taken effect.</summary>
public sealed class InstanceOperation
{
    private readonly string[] _effects;

    private InstanceOperation(string path, string goal, params string[] effects)
    {
        Path = path;
        Goal = goal;
        _effects = effects;
    }

    /// <summary>Starts a stopped instance, and bills it from then on.</summary>
    public static InstanceOperation Start { get; } = new("start", InstanceStatus.Running, InstanceStatus.Running, "toStart", "starting",
        "toRestart", "restarting", "toCreate", "creating", "pulling");

    /// <summary>Stops a running instance. No GPU is kept for it.</summary>
    public static InstanceOperation Stop { get; } = new("stop", InstanceStatus.Exited, InstanceStatus.Exited, "toStop", "stopping");

    /// <summary>Stops and starts a running instance.</summary>
    public static InstanceOperation Restart { get; } = new("restart", InstanceStatus.Running, "toRestart", "restarting");

    /// <summary>Deletes an instance with its data.</summary>
    public static InstanceOperation Remove { get; } = new("delete", InstanceStatus.Removed, "toRemove", "removing", InstanceStatus.Removed);

    /// <summary>Moves an instance to another node, without what was written on its disks.</summary>
    public static InstanceOperation Move { get; } = new("migrate", InstanceStatus.Running, "migrating");

    /// <summary>Gives an instance another image and other settings.</summary>
    public static InstanceOperation Upgrade { get; } = new("upgrade", InstanceStatus.Running, "toReset", "resetting");

    /// <summary>The end of the endpoint's path.</summary>
    internal string Path { get; }

    /// <summary>The status that the instance has when it is done.</summary>
    public string Goal { get; }

    /// <summary>Whether instances have the status of the goal before it begins, too.</summary>
    public bool StartsAtGoal => !HasTakenEffect(Goal);

    /// <summary>Tells whether an instance of this status is done with the action, or has begun it.</summary>
    public bool HasTakenEffect(string status) => _effects.Contains(status, StringComparer.OrdinalIgnoreCase);
}
