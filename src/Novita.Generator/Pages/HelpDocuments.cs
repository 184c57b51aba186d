namespace Novita.Generator.Pages;

/// <summary>Reads the help pages of a folder: the pages of the cmdlets and the about topics.</summary>
public sealed class HelpDocuments
{
    private readonly string _folder;

    /// <summary>Creates a reader of a folder.</summary>
    public HelpDocuments(string folder) => _folder = folder;

    /// <summary>Returns the pages of the cmdlets, by name.</summary>
    /// <exception cref="PageException">A page does not follow the schema.</exception>
    public IReadOnlyList<HelpPage> Pages() => [.. Documents("*-Novita*.md").Select(HelpPageReader.Read)];

    /// <summary>Returns the pages of the about topics, by name.</summary>
    public IReadOnlyList<PageDocument> Topics() => [.. Documents("about_*.md")];

    /// <summary>Returns all examples of the cmdlets and the about topics, with the names of their pages.</summary>
    /// <exception cref="PageException">A page does not follow the schema.</exception>
    public IEnumerable<(string Page, ExampleHelp Example)> Examples() =>
        Pages().SelectMany(page => page.Examples, (page, example) => (page.Name, example))
            .Concat(Topics().SelectMany(AboutExamples.Read, (page, example) => (page.Name, example)));

    private IEnumerable<PageDocument> Documents(string pattern) =>
        Directory.EnumerateFiles(_folder, pattern).Order(StringComparer.Ordinal).Select(PageDocument.Read);
}
