namespace Novita;

/// <summary>A time at which an instance loses its data, its machine or its subscription, unless the user acts before.</summary>
public sealed class Deadline : IResourceSource
{
    private readonly Instance _instance;

    internal Deadline(Instance instance, DeadlineKind kind, DateTime time, TimeSpan timeLeft, string consequence)
    {
        _instance = instance;
        Kind = kind;
        Time = time;
        TimeLeft = timeLeft;
        Consequence = consequence;
    }

    /// <summary>The time, in local time.</summary>
    public DateTime Time { get; }

    /// <summary>What happens: <c>SubscriptionEnd</c>, <c>DataPurge</c> or <c>SpotReclaim</c>.</summary>
    public DeadlineKind Kind { get; }

    /// <summary>The instance's id.</summary>
    public string Id => _instance.Id;

    /// <summary>The instance's name.</summary>
    public string Name => _instance.Name;

    /// <summary>The time left when the fleet was read.</summary>
    public TimeSpan TimeLeft { get; }

    /// <summary>What happens if the user does nothing.</summary>
    public string Consequence { get; }

    /// <summary>The name of the session that the instance was read through.</summary>
    public string? SessionName => _instance.SessionName;

    /// <inheritdoc/>
    Resource IResourceSource.GetResource() => _instance;
}
