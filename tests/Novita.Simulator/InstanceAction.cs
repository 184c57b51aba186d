namespace Novita.Simulator;

/// <summary>What the service can be asked to do with an instance.</summary>
public enum InstanceAction
{
    /// <summary>toCreate, creating, pulling, running.</summary>
    Create,

    /// <summary>From exited: toStart, starting, running.</summary>
    Start,

    /// <summary>From running: toStop, stopping, exited.</summary>
    Stop,

    /// <summary>From running: toRestart, restarting, running.</summary>
    Restart,

    /// <summary>From anywhere: toRemove, removing, removed, gone.</summary>
    Delete,

    /// <summary>Other ports or a larger root disk, at once.</summary>
    Edit,

    /// <summary>From running or exited: toReset, resetting, running.</summary>
    Upgrade,

    /// <summary>From running or exited: migrating, running.</summary>
    Migrate,
}
