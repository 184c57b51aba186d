namespace Novita.Generator.Output;

/// <summary>A column of a view.</summary>
/// <param name="Heading">What stands above it.</param>
/// <param name="Script">What gives its text.</param>
/// <param name="Width">Its width in a table; 0 for a column of the list alone.</param>
/// <param name="IsRight">Whether it is aligned to the right.</param>
public sealed record ColumnFacts(string Heading, string Script, int Width, bool IsRight);
