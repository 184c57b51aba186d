using Markdig.Syntax;

namespace Novita.Generator.Pages;

/// <summary>The examples in the prose of an about page, under the headings of their sections.</summary>
public static class AboutExamples
{
    /// <summary>Reads the examples of a page.</summary>
    /// <exception cref="PageException">The head of one says something unknown.</exception>
    public static IReadOnlyList<ExampleHelp> Read(PageDocument page) =>
    [
        .. from section in page.Root.Children.SelectMany(section => section.Children.Prepend(section))
           from code in section.Blocks.OfType<FencedCodeBlock>().Where(HelpPageReader.IsExample)
           select new ExampleHelp(section.Title, code.Lines.ToString(), HelpPageReader.Outcome(page.Name, code), null, []),
    ];
}
