namespace Novita.Generator.Pages;

/// <summary>A block of prose as plain text. Only code has line breaks.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The text.</param>
/// <param name="Marker">What stands before an item of a list: a dash, or its number.</param>
public sealed record TextBlock(TextBlockKind Kind, string Text, string Marker = "");
