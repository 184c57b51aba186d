namespace Novita.Help.Pages;

/// <summary>A type that a cmdlet takes from the pipeline or writes to it, or <c>None</c>.</summary>
public sealed record TypeHelp(string Name, IReadOnlyList<TextBlock> Text);
