namespace Novita.Generator.Pages;

/// <summary>An example of a page.</summary>
/// <param name="Title">Its title, with its number.</param>
/// <param name="Code">What to type.</param>
/// <param name="Outcome">What running it writes beside its output.</param>
/// <param name="Output">What it shows, or null where the page does not say.</param>
/// <param name="Remarks">What it is about.</param>
public sealed record ExampleHelp(string Title, string Code, ExampleOutcome Outcome, string? Output, IReadOnlyList<TextBlock> Remarks);
