using System.Globalization;
using System.Text.RegularExpressions;

namespace Novita.Client.Logs;

/// <summary>
/// The position up to which a log was read, by the time at the beginning of each line, so that a new connection continues where the last
/// one was lost. The times are removed from the lines.
/// </summary>
internal sealed class LogPosition
{
    private static readonly Regex s_time = new(
        @"^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)(?: |$)", RegexOptions.CultureInvariant);

    private (DateTimeOffset Second, int Nanoseconds) _last;
    private int _linesAtLast;
    private int _linesToSkip;
    private bool _isSkipping;

    /// <summary>Whether a line with a time was read.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Begins a new connection.</summary>
    public void Reconnect() => _linesToSkip = _linesAtLast;

    /// <summary>
    /// Whether a connection that begins with this line overlaps the lines that were read before, so that no line is missing.
    /// </summary>
    public bool Overlaps(string firstLine) => !IsKnown || Read(firstLine, out _) is not { } time || time.CompareTo(_last) < 0;

    /// <summary>Takes the next line of the connection. A line without a time belongs to the line before.</summary>
    /// <returns>The line without its time; null for a line that was read before.</returns>
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
