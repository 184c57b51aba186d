using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Novita.Generator.Pages;

/// <summary>Reads the page of a cmdlet: prose and examples. Syntax, parameters and types come from the code.</summary>
public sealed class HelpPageReader
{
    private const string Notes = "NOTES";
    private const string CodeInfo = "powershell";
    private const string OutputInfo = "output";

    private static readonly string[] s_sections = ["SYNOPSIS", "DESCRIPTION", "EXAMPLES", Notes, "RELATED LINKS"];

    private readonly PageDocument _page;

    private HelpPageReader(PageDocument page) => _page = page;

    /// <summary>Reads a page.</summary>
    /// <exception cref="PageException">The page does not follow the schema.</exception>
    public static HelpPage Read(PageDocument page) => new HelpPageReader(page).Read();

    internal static bool IsExample(FencedCodeBlock block) => block.Info == CodeInfo;

    internal static ExampleOutcome Outcome(string page, FencedCodeBlock code) => code.Arguments switch
    {
        null or "" => ExampleOutcome.Quiet,
        "warns" => ExampleOutcome.Warns,
        "fails" => ExampleOutcome.Fails,
        _ => throw new PageException(page, code.Line, $"the only words allowed after {CodeInfo} are 'warns' and 'fails'."),
    };

    private HelpPage Read()
    {
        if (_page.Root.Title != _page.Name)
        {
            throw new PageException(_page.Name, _page.Root.Heading.Line, "the heading and the file name must be the name of the cmdlet.");
        }

        if (_page.Root.Children.FirstOrDefault(section => !s_sections.Contains(section.Title)) is { } unknown)
        {
            throw Fault(unknown, $"'{unknown.Title}' is not allowed. The sections of a page are {string.Join(", ", s_sections)}.");
        }

        var links = _page.Section("RELATED LINKS").Blocks.OfType<ParagraphBlock>()
            .SelectMany(block => block.Inline!.OfType<LinkInline>());
        return new HelpPage(
            _page.Name,
            Prose("SYNOPSIS"),
            Prose("DESCRIPTION"),
            [.. _page.Section("EXAMPLES").Children.Select(Example)],
            _page.Root.Children.Any(section => section.Title == Notes) ? Prose(Notes) : [],
            [.. links.Select(Link)]);
    }

    private IReadOnlyList<TextBlock> Prose(string title) => PlainText.Of(_page.Name, _page.Section(title).Blocks);

    private ExampleHelp Example(Section section)
    {
        if (section.Blocks is not [FencedCodeBlock code, ..] || !IsExample(code))
        {
            throw Fault(section, $"an example must begin with a code block marked {CodeInfo}.");
        }

        var rest = section.Blocks.Skip(1).ToList();
        var output = rest is [FencedCodeBlock { Info: OutputInfo } block, ..] ? block : null;
        return new ExampleHelp(
            section.Title,
            code.Lines.ToString(),
            Outcome(_page.Name, code),
            output?.Lines.ToString(),
            PlainText.Of(_page.Name, rest.Where(other => other != output)));
    }

    private RelatedLink Link(LinkInline link) => new(PlainText.Of(_page.Name, link), PlainText.IsOnWeb(link.Url) ? link.Url : null);

    private PageException Fault(Section section, string message) => new(_page.Name, section.Heading.Line, message);
}
