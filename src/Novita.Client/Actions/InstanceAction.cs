namespace Novita.Client.Actions;

/// <summary>Something to do with an instance, where it leads, and how to see that it is under way.</summary>
public sealed class InstanceAction
{
    private readonly string[] _underWay;

    private InstanceAction(string path, string goal, params string[] underWay)
    {
        Path = path;
        Goal = goal;
        _underWay = underWay;
    }

    /// <summary>Starts a stopped instance, and bills it from then on.</summary>
    public static InstanceAction Start { get; } = new("start", "running", "running", "toStart", "starting", "toRestart", "restarting", "toCreate", "creating", "pulling");

    /// <summary>Stops a running instance. No GPU is kept for it.</summary>
    public static InstanceAction Stop { get; } = new("stop", "exited", "exited", "toStop", "stopping");

    /// <summary>Stops and starts a running instance.</summary>
    public static InstanceAction Restart { get; } = new("restart", "running", "toRestart", "restarting");

    /// <summary>Deletes an instance with its data.</summary>
    public static InstanceAction Remove { get; } = new("delete", "removed", "toRemove", "removing", "removed");

    /// <summary>Moves an instance to another node, without what was written on its disks.</summary>
    public static InstanceAction Move { get; } = new("migrate", "running", "migrating");

    /// <summary>Gives an instance another image and other settings.</summary>
    public static InstanceAction Upgrade { get; } = new("upgrade", "running", "toReset", "resetting");

    /// <summary>Changes the ports and the disk of an instance, which stays as it is.</summary>
    public static InstanceAction Edit { get; } = new("edit", "running");

    /// <summary>The end of the endpoint's path.</summary>
    internal string Path { get; }

    /// <summary>The status that the instance has when it is done.</summary>
    public string Goal { get; }

    /// <summary>Whether instances have the status of the goal before it begins, too.</summary>
    public bool IsGoalWhereItStarts => !IsUnderWay(Goal);

    /// <summary>Tells whether an instance of this status is done with the action, or has begun it.</summary>
    public bool IsUnderWay(string status) => _underWay.Contains(status, StringComparer.OrdinalIgnoreCase);
}
