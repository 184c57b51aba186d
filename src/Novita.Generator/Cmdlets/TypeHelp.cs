using Novita.Generator.Pages;

namespace Novita.Generator.Cmdlets;

/// <summary>A type that a cmdlet takes from the pipeline or writes to it, or <c>None</c>.</summary>
/// <param name="Name">The full name.</param>
/// <param name="Text">The summary of the doc comment; empty for a type of another assembly.</param>
public sealed record TypeHelp(string Name, IReadOnlyList<TextBlock> Text);
