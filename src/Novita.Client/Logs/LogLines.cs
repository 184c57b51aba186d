using System.Text;

namespace Novita.Client.Logs;

/// <summary>Splits the bytes of a log into lines, and reads the data of server-sent events. Only an unfinished line is kept.</summary>
internal sealed class LogLines
{
    /// <summary>The maximum number of characters of a line; a longer line is split.</summary>
    public const int MaxLength = 1024 * 1024;

    private readonly bool _isEvents;
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _unfinished = new();
    private char[] _characters = [];

    /// <summary>Begins a log.</summary>
    /// <param name="isEvents">Whether the bytes are server-sent events.</param>
    public LogLines(bool isEvents) => _isEvents = isEvents;

    /// <summary>Adds bytes and returns the completed lines.</summary>
    public List<string> Add(byte[] bytes, int count)
    {
        if (_characters.Length < Encoding.UTF8.GetMaxCharCount(bytes.Length))
        {
            _characters = new char[Encoding.UTF8.GetMaxCharCount(bytes.Length)];
        }

        var lines = new List<string>();
        var length = _decoder.GetChars(bytes, 0, count, _characters, 0);
        for (var begin = 0; begin < length;)
        {
            var end = Array.IndexOf(_characters, '\n', begin, length - begin);
            _unfinished.Append(_characters, begin, (end < 0 ? length : end) - begin);
            if (end >= 0 || _unfinished.Length >= MaxLength)
            {
                Complete(lines);
            }

            begin = end < 0 ? length : end + 1;
        }

        return lines;
    }

    /// <summary>Returns the unfinished line at the end of a log, if any.</summary>
    public List<string> End()
    {
        var lines = new List<string>();
        if (_unfinished.Length > 0)
        {
            Complete(lines);
        }

        return lines;
    }

    private void Complete(List<string> lines)
    {
        var length = _unfinished.Length > 0 && _unfinished[_unfinished.Length - 1] == '\r' ? _unfinished.Length - 1 : _unfinished.Length;
        var line = _unfinished.ToString(0, length);
        _unfinished.Clear();
        if (!_isEvents)
        {
            lines.Add(line);
        }
        else if (line.StartsWith("data:", StringComparison.Ordinal))
        {
            lines.Add(line.Substring(line.StartsWith("data: ", StringComparison.Ordinal) ? 6 : 5));
        }
    }
}
