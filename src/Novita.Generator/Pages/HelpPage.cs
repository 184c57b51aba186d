namespace Novita.Generator.Pages;

/// <summary>The page of a cmdlet: the help that does not come from the code.</summary>
/// <param name="Name">The name of the cmdlet.</param>
/// <param name="Synopsis">One sentence that says what the cmdlet does.</param>
/// <param name="Description">What a user must know about the cmdlet.</param>
/// <param name="Examples">The examples.</param>
/// <param name="Notes">The errors and further notes; may be empty.</param>
/// <param name="Links">The related links.</param>
public sealed record HelpPage(
    string Name,
    IReadOnlyList<TextBlock> Synopsis,
    IReadOnlyList<TextBlock> Description,
    IReadOnlyList<ExampleHelp> Examples,
    IReadOnlyList<TextBlock> Notes,
    IReadOnlyList<RelatedLink> Links)
{
    /// <summary>Returns an empty page, for a cmdlet that has no page yet.</summary>
    public static HelpPage Empty(string cmdlet) => new(cmdlet, [], [], [], [], []);
}
