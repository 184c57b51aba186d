namespace Novita.Simulator;

/// <summary>Where page n begins when more instances a page were asked for than the cap allows.</summary>
public enum CapStep
{
    /// <summary>Pages are a cap apart, so that a walk meets every instance.</summary>
    ByCap,

    /// <summary>Pages are the asked size apart, so that a walk misses those beyond the cap of each page.</summary>
    BySizeAsked,
}
