namespace Novita.Generator.Pages;

/// <summary>A block of plain text. Only code has line breaks.</summary>
/// <param name="Kind">The kind of block.</param>
/// <param name="Text">The text.</param>
/// <param name="Marker">The dash or the number of an item of a list.</param>
public sealed record TextBlock(TextBlockKind Kind, string Text, string Marker = "");
