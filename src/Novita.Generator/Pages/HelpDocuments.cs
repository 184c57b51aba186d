namespace Novita.Generator.Pages;

/// <summary>The help pages of a folder: one for each cmdlet, and the topics. Other pages there are left alone.</summary>
public sealed class HelpDocuments
{
    private readonly string _folder;

    /// <summary>The pages of a folder.</summary>
    public HelpDocuments(string folder) => _folder = folder;

    /// <summary>The cmdlets' pages, by name.</summary>
    /// <exception cref="PageException">A page does not follow the schema.</exception>
    public IReadOnlyList<HelpPage> Pages() => [.. Documents("*-Novita*.md").Select(HelpPageReader.Read)];

    /// <summary>The pages of the topics, by name.</summary>
    public IReadOnlyList<PageDocument> Topics() => [.. Documents("about_*.md")];

    /// <summary>Every example there is, by its page: those of the cmdlets and those in the topics.</summary>
    /// <exception cref="PageException">A page does not follow the schema.</exception>
    public IEnumerable<(string Page, ExampleHelp Example)> Examples() =>
        Pages().SelectMany(page => page.Examples, (page, example) => (page.Name, example))
            .Concat(Topics().SelectMany(AboutExamples.Read, (page, example) => (page.Name, example)));

    private IEnumerable<PageDocument> Documents(string pattern) =>
        Directory.EnumerateFiles(_folder, pattern).Order(StringComparer.Ordinal).Select(PageDocument.Read);
}
