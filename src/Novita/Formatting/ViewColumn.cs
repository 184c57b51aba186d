namespace Novita.Formatting;

/// <summary>A column of a view.</summary>
/// <param name="Heading">The heading: the name of the property, unless the column is computed.</param>
/// <param name="Width">The width in the table; 0 for a column of the list only.</param>
/// <param name="Style">The style of the text.</param>
/// <param name="Computed">The column that computes the text; null for a property.</param>
internal sealed record ViewColumn(string Heading, int Width, ColumnStyle Style, Column? Computed);
