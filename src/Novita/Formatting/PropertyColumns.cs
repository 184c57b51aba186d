using System.Collections.Concurrent;

namespace Novita.Formatting;

/// <summary>A column for each property that a view names.</summary>
public sealed class PropertyColumns
{
    private readonly ConcurrentDictionary<string, Column> _columns = new(StringComparer.Ordinal);
    private readonly Func<string, Column> _make;

    internal PropertyColumns(Func<string, Column> make) => _make = make;

    /// <summary>Gives the column.</summary>
    /// <param name="property">The name of a property of what is shown.</param>
    public Column this[string property] => _columns.GetOrAdd(property, _make);
}
