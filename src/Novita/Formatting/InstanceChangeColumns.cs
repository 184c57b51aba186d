using System.Globalization;

namespace Novita.Formatting;

/// <summary>The computed columns of a change.</summary>
public static class InstanceChangeColumns
{
    /// <summary>The time of day when the change was seen.</summary>
    public static Column Time { get; } = new(change =>
        ViewText.Value(change, nameof(InstanceChange.Time)) is DateTime time
            ? time.ToString("HH:mm:ss", CultureInfo.InvariantCulture)
            : "");

    /// <summary>The new value; a status in its colour.</summary>
    public static Column New { get; } = new(change =>
    {
        var isStatus = ViewText.Of(change, nameof(InstanceChange.Property)) is nameof(Instance.Status) or InstanceChange.Created;
        return (isStatus ? Cells.Status : Cells.Of)[nameof(InstanceChange.New)][change];
    });

    /// <summary>The time until a spot instance is reclaimed.</summary>
    public static Column Left { get; } = new(change =>
        ViewText.Value(change, nameof(InstanceChange.TimeLeft)) is TimeSpan left
            ? Duration(left < TimeSpan.Zero ? TimeSpan.Zero : left)
            : "");

    private static string Duration(TimeSpan time) =>
        time.ToString(time.Days > 0 ? @"d\.hh\:mm\:ss" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);
}
