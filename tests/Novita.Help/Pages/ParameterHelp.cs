namespace Novita.Help.Pages;

/// <summary>A parameter's section of a page.</summary>
/// <param name="Name">The parameter.</param>
/// <param name="Text">What it means.</param>
/// <param name="Facts">Its yaml blocks: one, or one for each group of parameter sets in which it differs.</param>
public sealed record ParameterHelp(string Name, IReadOnlyList<TextBlock> Text, IReadOnlyList<ParameterFacts> Facts);
