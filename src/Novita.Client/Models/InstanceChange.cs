using System.Globalization;
using Novita.Client.Text;

namespace Novita;

/// <summary>A change of an instance since it was last read.</summary>
public sealed class InstanceChange : IResourceSource
{
    /// <summary>The value of <see cref="Property"/> for a new instance.</summary>
    public const string Created = "Created";

    /// <summary>The value of <see cref="Property"/> for a deleted instance.</summary>
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
    /// The property that changed; <see cref="Created"/> for a new instance, <see cref="Removed"/> for a deleted instance.
    /// </summary>
    public string Property { get; }

    /// <summary>The old value: a list as its text; the last status of a deleted instance; null for a new instance.</summary>
    public object? Old { get; }

    /// <summary>The new value: a list as its text; the status of a new instance; null for a deleted instance.</summary>
    public object? New { get; }

    /// <summary>The time of the reading that showed the change, in local time. The change happened since the reading before.</summary>
    public DateTime Time { get; }

    /// <summary>For a change of a spot notice: the time left until the instance is reclaimed; null for any other change.</summary>
    public TimeSpan? TimeLeft => IsSpotNotice && Instance.SpotReclaimTime is { } reclaim
        ? reclaim.ToUniversalTime() - Time.ToUniversalTime()
        : null;

    /// <summary>The name of the session through which the object was seen.</summary>
    public string? SessionName => Instance.SessionName;

    /// <summary>The instance with its new values; a deleted instance with its last values.</summary>
    internal Instance Instance { get; }

    private bool IsSpotNotice => Property is nameof(Novita.Instance.SpotStatus) or nameof(Novita.Instance.SpotReclaimTime);

    /// <inheritdoc/>
    Resource IResourceSource.GetResource() => Instance;

    /// <summary>The change as text: <c>train-1 (3560b7fec915bbf9): Status running -> exited</c>.</summary>
    public override string ToString() =>
        VisibleText.Of(string.Format(CultureInfo.InvariantCulture, "{0}: {1} {2} -> {3}", Instance, Property, Old ?? "-", New ?? "-"));
}
