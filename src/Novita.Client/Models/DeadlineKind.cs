namespace Novita;

/// <summary>What happens at a deadline.</summary>
public enum DeadlineKind
{
    /// <summary>A subscription ends.</summary>
    SubscriptionEnd,

    /// <summary>The data of a stopped instance is deleted.</summary>
    DataPurge,

    /// <summary>A spot instance is reclaimed.</summary>
    SpotReclaim,
}
