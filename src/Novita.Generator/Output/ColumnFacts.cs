namespace Novita.Generator.Output;

/// <summary>A column of a view.</summary>
/// <param name="Heading">The heading.</param>
/// <param name="Script">The script block that returns the text.</param>
/// <param name="Width">The width in the table; 0 for a column of the list only.</param>
/// <param name="IsRight">Whether the column is aligned to the right.</param>
public sealed record ColumnFacts(string Heading, string Script, int Width, bool IsRight);
