using System.Globalization;

namespace Novita.Formatting;

/// <summary>The computed columns of the view of a change.</summary>
public static class InstanceChangeColumns
{
    /// <summary>When it was seen: the time of day.</summary>
    public static Column Time { get; } = new(change =>
        ViewText.Value(change, nameof(InstanceChange.Time)) is DateTime time
            ? time.ToString("HH:mm:ss", CultureInfo.InvariantCulture) : "");

    /// <summary>What it is now; a status in its colour.</summary>
    public static Column New { get; } = new(change =>
        (Cells.Of[nameof(InstanceChange.Property)][change] is nameof(Instance.Status) or InstanceChange.Created ? Cells.Status : Cells.Of)
            [nameof(InstanceChange.New)][change]);

    /// <summary>How long a spot instance has left.</summary>
    public static Column Left { get; } = new(change =>
        ViewText.Value(change, nameof(InstanceChange.TimeLeft)) is TimeSpan left
            ? Duration(left < TimeSpan.Zero ? TimeSpan.Zero : left) : "");

    private static string Duration(TimeSpan time) =>
        time.ToString(time.Days > 0 ? @"d\.hh\:mm\:ss" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);
}
