using System.Globalization;

namespace Novita;

/// <summary>A running instance of which every GPU stayed below a limit for a whole window of time.</summary>
public sealed class IdleInstance : IResourceSource
{
    /// <summary>The instance's id.</summary>
    public string Id { get; set; } = "";

    /// <summary>The instance's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The highest utilization of any GPU in the window, in percent.</summary>
    public double Gpu { get; set; }

    /// <summary>How many points in time were measured: for the GPU that has the fewest.</summary>
    public int Points { get; set; }

    /// <summary>The first of these points, in local time: the instance is idle at least since then.</summary>
    public DateTime Since { get; set; }

    /// <summary>What the instance costs an hour, in USD; null where the price is not known.</summary>
    public decimal? PerHour { get; set; }

    /// <summary>The name of the session that it was found through.</summary>
    public string? SessionName { get; set; }

    /// <summary>The instance; null for one that a script made.</summary>
    internal Instance? Instance { get; set; }

    /// <inheritdoc/>
    Resource IResourceSource.GetResource() => Instance ?? new Instance { Id = Id, Name = Name, SessionName = SessionName };

    /// <summary>The instance, and how idle it is.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} ({1}): {2} % since {3:s}", Name, Id, Gpu, Since);
}
