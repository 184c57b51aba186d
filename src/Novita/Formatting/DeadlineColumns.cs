using System.Globalization;

namespace Novita.Formatting;

/// <summary>The computed columns of the view of a deadline.</summary>
public static class DeadlineColumns
{
    /// <summary>How much time is left: days and hours, or hours and minutes.</summary>
    public static Column Left { get; } = new(deadline =>
        ViewText.Value(deadline, nameof(Deadline.TimeLeft)) is TimeSpan left
            ? left.Days > 0
                ? string.Format(CultureInfo.InvariantCulture, "{0} d {1} h", left.Days, left.Hours)
                : string.Format(CultureInfo.InvariantCulture, "{0} h {1} min", left.Hours, left.Minutes)
            : "");
}
