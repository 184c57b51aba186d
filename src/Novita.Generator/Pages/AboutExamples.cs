using Markdig.Syntax;

namespace Novita.Generator.Pages;

/// <summary>Reads the examples of an about page. The title of an example is the heading of its section.</summary>
public static class AboutExamples
{
    /// <summary>Reads the examples of a page.</summary>
    /// <exception cref="PageException">The word after <c>powershell</c> is unknown.</exception>
    public static IReadOnlyList<ExampleHelp> Read(PageDocument page) =>
    [
        .. from section in page.Root.Children.SelectMany(section => section.Children.Prepend(section))
           from code in section.Blocks.OfType<FencedCodeBlock>().Where(HelpPageReader.IsExample)
           select new ExampleHelp(section.Title, code.Lines.ToString(), HelpPageReader.Outcome(page.Name, code), null, []),
    ];
}
