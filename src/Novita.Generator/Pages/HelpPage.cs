namespace Novita.Generator.Pages;

/// <summary>A cmdlet's page: what the code does not say.</summary>
/// <param name="Name">The cmdlet.</param>
/// <param name="Synopsis">What it does, in one sentence.</param>
/// <param name="Description">What to know before using it.</param>
/// <param name="Examples">What to type.</param>
/// <param name="Notes">Its errors, and whatever has no other place; may be empty.</param>
/// <param name="Links">What to read next.</param>
public sealed record HelpPage(
    string Name,
    IReadOnlyList<TextBlock> Synopsis,
    IReadOnlyList<TextBlock> Description,
    IReadOnlyList<ExampleHelp> Examples,
    IReadOnlyList<TextBlock> Notes,
    IReadOnlyList<RelatedLink> Links)
{
    /// <summary>The page of a cmdlet that has none yet.</summary>
    public static HelpPage Empty(string cmdlet) => new(cmdlet, [], [], [], [], []);
}
