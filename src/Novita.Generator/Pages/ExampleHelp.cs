namespace Novita.Generator.Pages;

/// <summary>An example of a page.</summary>
/// <param name="Title">The title with the number.</param>
/// <param name="Code">The code.</param>
/// <param name="Outcome">Whether the code writes a warning or an error.</param>
/// <param name="Output">The output that the page shows; may be null.</param>
/// <param name="Remarks">The explanation.</param>
public sealed record ExampleHelp(string Title, string Code, ExampleOutcome Outcome, string? Output, IReadOnlyList<TextBlock> Remarks);
