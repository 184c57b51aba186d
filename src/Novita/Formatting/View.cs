using System.Collections;

namespace Novita.Formatting;

/// <summary>
/// The columns of one type, for its table and its list. A column without a width is only in the list. The list begins with the id and
/// leaves out empty values. Numbers are aligned to the right.
/// </summary>
internal sealed class View : IEnumerable<ViewColumn>
{
    private readonly List<ViewColumn> _columns = [];

    public View(Type type) => Type = type;

    public Type Type { get; }

    /// <summary>Adds a property under its own name.</summary>
    public void Add(string property, int width = 0, ColumnStyle style = ColumnStyle.Text) =>
        _columns.Add(new ViewColumn(property, width, style, null));

    /// <summary>Adds a computed column to the list only.</summary>
    public void Add(string heading, Column computed) => Add(heading, 0, computed);

    /// <summary>Adds a computed column.</summary>
    public void Add(string heading, int width, Column computed, ColumnStyle style = ColumnStyle.Text) =>
        _columns.Add(new ViewColumn(heading, width, style, computed));

    public IEnumerator<ViewColumn> GetEnumerator() => _columns.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
