using System.Globalization;

namespace Novita;

/// <summary>A running instance whose GPUs all stayed below a limit for a whole time window.</summary>
public sealed class IdleInstance : IResourceSource
{
    /// <summary>The instance's id.</summary>
    public string Id { get; set; } = "";

    /// <summary>The instance's name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The highest utilization of any GPU in the window, in percent.</summary>
    public double Gpu { get; set; }

    /// <summary>The number of measured points in time, of the GPU with the fewest.</summary>
    public int Points { get; set; }

    /// <summary>The time of the first point, in local time: the instance is idle at least since then.</summary>
    public DateTime Since { get; set; }

    /// <summary>The cost of the instance an hour, in USD; null where the price is not known.</summary>
    public decimal? PerHour { get; set; }

    /// <summary>The name of the session through which the object was found.</summary>
    public string? SessionName { get; set; }

    /// <summary>The instance; null for an object that a script made.</summary>
    internal Instance? Instance { get; set; }

    /// <inheritdoc/>
    Resource IResourceSource.GetResource() => Instance ?? new Instance { Id = Id, Name = Name, SessionName = SessionName };

    /// <summary>Name, id, highest utilization and time.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} ({1}): {2} % since {3:s}", Name, Id, Gpu, Since);
}
