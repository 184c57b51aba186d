namespace Novita.Help.Pages;

/// <summary>A cmdlet's page.</summary>
public sealed record HelpPage(
    string Name,
    IReadOnlyList<TextBlock> Synopsis,
    IReadOnlyList<SyntaxSet> Syntax,
    IReadOnlyList<TextBlock> Description,
    IReadOnlyList<ExampleHelp> Examples,
    IReadOnlyList<ParameterHelp> Parameters,
    IReadOnlyList<TypeHelp> Inputs,
    IReadOnlyList<TypeHelp> Outputs,
    IReadOnlyList<TextBlock> Notes,
    IReadOnlyList<RelatedLink> Links);
