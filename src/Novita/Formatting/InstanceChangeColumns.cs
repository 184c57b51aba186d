using System.Globalization;
using System.Management.Automation;

namespace Novita.Formatting;

/// <summary>The columns of the view of a change, as Novita.Format.ps1xml names them.</summary>
public static class InstanceChangeColumns
{
    /// <summary>When it was seen: the time of day.</summary>
    public static Column Time { get; } = new(change =>
        ViewText.Value(change, nameof(InstanceChange.Time)) is DateTime time ? time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : "");

    /// <summary>The instance's name.</summary>
    public static Column Name { get; } = new(nameof(InstanceChange.Name));

    /// <summary>The instance's id.</summary>
    public static Column Id { get; } = new(nameof(InstanceChange.Id));

    /// <summary>What changed.</summary>
    public static Column Property { get; } = new(nameof(InstanceChange.Property));

    /// <summary>What it was.</summary>
    public static Column Old { get; } = new(change => Side(change, nameof(InstanceChange.Old)));

    /// <summary>What it is now; a status in its colour.</summary>
    public static Column New { get; } = new(change => Property[change] is nameof(Instance.Status) or InstanceChange.Created
        ? StatusText.Of(Side(change, nameof(InstanceChange.New)), hasError: false)
        : Side(change, nameof(InstanceChange.New)));

    /// <summary>How long a spot instance has left.</summary>
    public static Column Left { get; } = new(change =>
        ViewText.Value(change, nameof(InstanceChange.TimeLeft)) is TimeSpan left ? (left < TimeSpan.Zero ? TimeSpan.Zero : left).ToString(left.Days > 0 ? @"d\.hh\:mm\:ss" : @"hh\:mm\:ss", CultureInfo.InvariantCulture) : "");

    private static string Side(PSObject change, string property) =>
        ViewText.Time(change, property) is { Length: > 0 } time ? time : ViewText.Of(change, property);
}
