using Novita.Help.Pages;

namespace Novita.Help.Cmdlets;

/// <summary>Makes the mechanical parts of a page true: its syntax, its yaml blocks, and a section for each parameter. The prose stays.</summary>
public static class PageUpdater
{
    /// <summary>The page with its mechanical parts as the cmdlet is.</summary>
    /// <exception cref="PageException">The page lacks a section.</exception>
    public static string Update(PageDocument page, CmdletFacts cmdlet)
    {
        var parameters = page.Section("PARAMETERS");
        var edits = new List<(int Start, int End, string Text)> { Syntax(page.Section("SYNTAX"), cmdlet) };
        foreach (var (name, facts) in cmdlet.Parameters.OrderBy(parameter => parameter.Key, StringComparer.Ordinal))
        {
            var title = HelpPageReader.ParameterPrefix + name;
            edits.Add(parameters.Children.FirstOrDefault(section => section.Title == title) is { } known
                ? Facts(known, facts)
                : Insert(parameters, title, PageTemplate.Parameter(name, facts)));
        }

        // From the end, so that what an edit moves is behind it; new sections at one place stay in their order.
        return edits.Select((edit, order) => (edit, order))
            .OrderByDescending(step => step.edit.Start)
            .ThenByDescending(step => step.order)
            .Aggregate(page.Text, (text, step) => $"{text[..step.edit.Start]}{step.edit.Text}{text[step.edit.End..]}");
    }

    /// <summary>The parameters that the page describes and the cmdlet does not have.</summary>
    public static IEnumerable<string> Surplus(PageDocument page, CmdletFacts cmdlet) =>
        page.Section("PARAMETERS").Children
            .Select(section => section.Title)
            .Where(title => title != PageTemplate.CommonParameters && !cmdlet.Parameters.ContainsKey(title[HelpPageReader.ParameterPrefix.Length..]));

    private static (int, int, string) Syntax(Section section, CmdletFacts cmdlet) =>
        (section.Heading.Span.End + 1, section.End, $"\n\n{PageTemplate.Syntax(cmdlet)}\n");

    private static (int, int, string) Facts(Section section, IEnumerable<ParameterFacts> facts)
    {
        var text = PageTemplate.Facts(facts);
        var blocks = section.Blocks.Where(HelpPageReader.IsYaml).ToList();
        return blocks.Count == 0
            ? (section.End, section.End, text + "\n")
            : (blocks[0].Span.Start, blocks[^1].Span.End + 1, text.TrimEnd('\n'));
    }

    private static (int, int, string) Insert(Section parameters, string title, string text)
    {
        var next = parameters.Children.FirstOrDefault(section =>
            section.Title == PageTemplate.CommonParameters || string.CompareOrdinal(section.Title, title) > 0);
        var place = next?.Start ?? parameters.End;
        return (place, place, text);
    }
}
