using System.Globalization;
using System.Management.Automation;

namespace Novita.Formatting;

/// <summary>The texts of the view of a change, as Novita.Types.ps1xml names them.</summary>
public static class InstanceChangeColumns
{
    /// <summary>When it was seen: the time of day.</summary>
    public static string Time(PSObject change) =>
        ViewText.Value(change, nameof(InstanceChange.Time)) is DateTime time ? time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : "";

    /// <summary>The instance's name.</summary>
    public static string Name(PSObject change) => ViewText.Of(change, nameof(InstanceChange.Name));

    /// <summary>The instance's id.</summary>
    public static string Id(PSObject change) => ViewText.Of(change, nameof(InstanceChange.Id));

    /// <summary>What changed.</summary>
    public static string Property(PSObject change) => ViewText.Of(change, nameof(InstanceChange.Property));

    /// <summary>What it was.</summary>
    public static string Old(PSObject change) => Side(change, nameof(InstanceChange.Old));

    /// <summary>What it is now; a status in its colour.</summary>
    public static string New(PSObject change) => Property(change) is nameof(Instance.Status) or InstanceChange.Created
        ? StatusText.Of(Side(change, nameof(InstanceChange.New)), hasError: false)
        : Side(change, nameof(InstanceChange.New));

    /// <summary>How long a spot instance has left.</summary>
    public static string Left(PSObject change) =>
        ViewText.Value(change, nameof(InstanceChange.TimeLeft)) is TimeSpan left ? (left < TimeSpan.Zero ? TimeSpan.Zero : left).ToString(left.Days > 0 ? @"d\.hh\:mm\:ss" : @"hh\:mm\:ss", CultureInfo.InvariantCulture) : "";

    private static string Side(PSObject change, string property) =>
        ViewText.Time(change, property) is { Length: > 0 } time ? time : ViewText.Of(change, property);
}
