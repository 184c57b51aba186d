using System.Globalization;
using Novita.Client.Text;

namespace Novita;

/// <summary>A change of an instance since it was last read.</summary>
public sealed class InstanceChange : IResourceSource
{
    /// <summary>The property of a change that says that the instance is new.</summary>
    public const string Created = "Created";

    /// <summary>The property of a change that says that the instance is gone.</summary>
    public const string Removed = "Removed";

    internal InstanceChange(Instance instance, string property, object? old, object? @new, DateTime time)
    {
        Instance = instance;
        Property = property;
        Old = old;
        New = @new;
        Time = time;
    }

    /// <summary>The instance's id.</summary>
    public string Id => Instance.Id;

    /// <summary>The instance's name.</summary>
    public string Name => Instance.Name;

    /// <summary>
    /// Which property of the instance changed; <see cref="Created"/> for a new instance, <see cref="Removed"/> for one that is gone.
    /// </summary>
    public string Property { get; }

    /// <summary>The value before: a list as its text; the last status of an instance that is gone; null for a new instance.</summary>
    public object? Old { get; }

    /// <summary>The value now: a list as its text; the status of a new instance; null for an instance that is gone.</summary>
    public object? New { get; }

    /// <summary>When it was seen, in local time. It happened since the look before.</summary>
    public DateTime Time { get; }

    /// <summary>For a change of a spot notice: the time left until the instance is reclaimed; null for any other change.</summary>
    public TimeSpan? TimeLeft =>
        Property is nameof(Novita.Instance.SpotStatus) or nameof(Novita.Instance.SpotReclaimTime) && Instance.SpotReclaimTime is { } reclaim
            ? reclaim.ToUniversalTime() - Time.ToUniversalTime()
            : null;

    /// <summary>The name of the session that it was seen through.</summary>
    public string? SessionName => Instance.SessionName;

    /// <summary>The instance as it is now; as it was, for one that is gone.</summary>
    internal Instance Instance { get; }

    /// <inheritdoc/>
    Resource IResourceSource.GetResource() => Instance;

    /// <summary>What happened, in words: <c>train-1 (3560b7fec915bbf9): Status running -> exited</c>.</summary>
    public override string ToString() =>
        VisibleText.Of(string.Format(CultureInfo.InvariantCulture, "{0}: {1} {2} -> {3}", Instance, Property, Old ?? "-", New ?? "-"));
}
