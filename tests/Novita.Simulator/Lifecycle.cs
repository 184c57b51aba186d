namespace Novita.Simulator;

/// <summary>How long instances stay in each of the states they pass through: some seconds, or less.</summary>
public sealed record Lifecycle
{
    /// <summary>Nothing takes time: what is asked for is over by the next look.</summary>
    public static Lifecycle Instant { get; } = new() { Speed = double.PositiveInfinity };

    /// <summary>How many times as fast as usual everything is.</summary>
    public double Speed { get; init; } = 1;

    /// <summary>In <c>removed</c>, before it is gone.</summary>
    public TimeSpan RemovedKept { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The same, this many times as fast.</summary>
    public Lifecycle Faster(double times) => this with { Speed = Speed * times };

    /// <summary>What usually takes so many seconds.</summary>
    internal TimeSpan Of(double seconds) => TimeSpan.FromSeconds(seconds) / Speed;
}
