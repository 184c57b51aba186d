namespace Novita.Formatting;

/// <summary>A column of a view.</summary>
/// <param name="Heading">What stands above it: the property's name, unless it is computed.</param>
/// <param name="Width">Its width in the table; 0 for a column of the list alone.</param>
/// <param name="Style">How its text is shown.</param>
/// <param name="Computed">What gives its text; null for the property.</param>
internal sealed record ViewColumn(string Heading, int Width, ColumnStyle Style, Column? Computed);
