using System.Globalization;
using System.Text.RegularExpressions;

namespace Novita.Client.Logs;

/// <summary>
/// Remembers how far a log was read, by the time that each line begins with, so that another connection goes on where the last one was
/// lost. The time is taken off the lines.
/// </summary>
internal sealed class LogPosition
{
    private static readonly Regex s_time = new(
        @"^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)(?: |$)", RegexOptions.CultureInvariant);

    private (DateTimeOffset Second, int Nanoseconds) _last;
    private int _linesAtLast;
    private int _linesToSkip;
    private bool _isSkipping;

    /// <summary>Whether lines were read that had a time.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Begins another connection.</summary>
    public void Reconnect() => _linesToSkip = _linesAtLast;

    /// <summary>
    /// Tells whether a connection that begins with this line reaches back to what was read before, so that no line is lost between.
    /// </summary>
    public bool Reaches(string firstLine) => !IsKnown || Read(firstLine, out _) is not { } time || time.CompareTo(_last) < 0;

    /// <summary>Takes the next line of the connection. A line without a time belongs to the one before.</summary>
    /// <returns>The line without its time; null for one that was read before.</returns>
    public string? Take(string line)
    {
        if (Read(line, out var length) is not { } time)
        {
            return _isSkipping ? null : line;
        }

        var order = IsKnown ? time.CompareTo(_last) : 1;
        _isSkipping = order < 0 || (order == 0 && _linesToSkip-- > 0);
        if (_isSkipping)
        {
            return null;
        }

        _linesAtLast = order == 0 ? _linesAtLast + 1 : 1;
        _linesToSkip = 0;
        _last = time;
        IsKnown = true;
        return line.Substring(length);
    }

    private static (DateTimeOffset Second, int Nanoseconds)? Read(string line, out int length)
    {
        var match = s_time.Match(line);
        length = match.Length;
        var text = match.Groups[1].Value + match.Groups[3].Value;
        if (!match.Success || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var second))
        {
            return null;
        }

        var fraction = match.Groups[2].Value.PadRight(9, '0');
        return (second.ToUniversalTime(), int.Parse(fraction, CultureInfo.InvariantCulture));
    }
}
