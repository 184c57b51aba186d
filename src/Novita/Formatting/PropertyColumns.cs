using System.Collections.Concurrent;

namespace Novita.Formatting;

/// <summary>Columns by the name of a property.</summary>
public sealed class PropertyColumns
{
    private readonly ConcurrentDictionary<string, Column> _columns = new(StringComparer.Ordinal);
    private readonly Func<string, Column> _make;

    internal PropertyColumns(Func<string, Column> make) => _make = make;

    /// <summary>Returns the column of a property.</summary>
    /// <param name="property">The name of the property.</param>
    public Column this[string property] => _columns.GetOrAdd(property, _make);
}
