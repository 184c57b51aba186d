namespace Novita.Simulator;

/// <summary>How long instances stay in each of the states they pass through.</summary>
public sealed record Lifecycle
{
    /// <summary>Nothing takes time: what is asked for is over by the next look.</summary>
    public static Lifecycle Instant { get; } = new Lifecycle().Faster(double.PositiveInfinity);

    /// <summary>In any of <c>toCreate</c>, <c>toStart</c>, <c>toStop</c>, <c>toRestart</c>, <c>toRemove</c> and <c>toReset</c>.</summary>
    public TimeSpan Queued { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>In <c>creating</c>.</summary>
    public TimeSpan Creating { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>In <c>pulling</c>.</summary>
    public TimeSpan Pulling { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>In <c>starting</c>.</summary>
    public TimeSpan Starting { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>In <c>stopping</c>.</summary>
    public TimeSpan Stopping { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>In <c>restarting</c>.</summary>
    public TimeSpan Restarting { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>In <c>removing</c>.</summary>
    public TimeSpan Removing { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>In <c>removed</c>, before it is gone.</summary>
    public TimeSpan RemovedKept { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>In <c>resetting</c>.</summary>
    public TimeSpan Resetting { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>In <c>migrating</c>.</summary>
    public TimeSpan Migrating { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>With the spot status <c>reclaiming</c>, before it is terminated.</summary>
    public TimeSpan Reclaiming { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The same, this many times as fast.</summary>
    public Lifecycle Faster(double times) => new()
    {
        Queued = Queued / times,
        Creating = Creating / times,
        Pulling = Pulling / times,
        Starting = Starting / times,
        Stopping = Stopping / times,
        Restarting = Restarting / times,
        Removing = Removing / times,
        RemovedKept = RemovedKept / times,
        Resetting = Resetting / times,
        Migrating = Migrating / times,
        Reclaiming = Reclaiming / times,
    };
}
