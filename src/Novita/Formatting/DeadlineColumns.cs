namespace Novita.Formatting;

/// <summary>The computed columns of a deadline.</summary>
public static class DeadlineColumns
{
    /// <summary>The time that is left, in days and hours, or in hours and minutes.</summary>
    public static Column Left { get; } = new(deadline => ViewText.Value(deadline, nameof(Deadline.TimeLeft)) switch
    {
        TimeSpan { Days: > 0 } left => $"{left.Days} d {left.Hours} h",
        TimeSpan left => $"{left.Hours} h {left.Minutes} min",
        _ => "",
    });
}
