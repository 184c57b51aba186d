using System.Collections;

namespace Novita.Formatting;

/// <summary>
/// The columns of one type, for its table and its list. A column with a width is in both, one without in the list alone. The list has the
/// id first and leaves out what is empty; numbers are aligned to the right.
/// </summary>
internal sealed class View : IEnumerable<ViewColumn>
{
    private readonly List<ViewColumn> _columns = [];

    public View(Type type) => Type = type;

    public Type Type { get; }

    /// <summary>Adds a property, under its own name.</summary>
    public void Add(string property, int width = 0, ColumnStyle style = ColumnStyle.Text) =>
        _columns.Add(new ViewColumn(property, width, style, null));

    /// <summary>Adds a computed column to the list alone.</summary>
    public void Add(string heading, Column computed) => Add(heading, 0, computed);

    /// <summary>Adds a computed column.</summary>
    public void Add(string heading, int width, Column computed, ColumnStyle style = ColumnStyle.Text) =>
        _columns.Add(new ViewColumn(heading, width, style, computed));

    public IEnumerator<ViewColumn> GetEnumerator() => _columns.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
