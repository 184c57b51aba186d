using System.Globalization;
using System.Text;

namespace Novita.Client.Http;

/// <summary>Builds a path with a query; null and empty values are left out.</summary>
internal sealed class PathBuilder
{
    private readonly StringBuilder _text;
    private char _separator = '?';

    public PathBuilder(string path) => _text = new StringBuilder(path);

    public PathBuilder Add(string name, int value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    public PathBuilder Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _text.Append(_separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
            _separator = '&';
        }

        return this;
    }

    public override string ToString() => _text.ToString();
}
