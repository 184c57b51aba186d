using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Novita.Help.Pages;

/// <summary>Reads a cmdlet's page, which follows version 2.0.0 of the platyPS schema.</summary>
public sealed class HelpPageReader
{
    internal const string ParameterPrefix = "-";
    internal const string YamlInfo = "yaml";

    private const string Schema = "2.0.0";
    private const string CodeInfo = "powershell";
    private const string OutputInfo = "output";

    private readonly PageDocument _page;

    private HelpPageReader(PageDocument page) => _page = page;

    /// <summary>Reads a page.</summary>
    /// <exception cref="PageException">It does not follow the schema.</exception>
    public static HelpPage Read(PageDocument page) => new HelpPageReader(page).Read();

    internal static bool IsYaml(Block block) => block is FencedCodeBlock { Info: YamlInfo };

    internal static bool IsExample(FencedCodeBlock block) => block.Info == CodeInfo;

    internal static ExampleOutcome Outcome(string page, FencedCodeBlock code) => code.Arguments switch
    {
        null or "" => ExampleOutcome.Quiet,
        "warns" => ExampleOutcome.Warns,
        "fails" => ExampleOutcome.Fails,
        _ => throw new PageException(page, code.Line, $"after {CodeInfo} comes nothing, 'warns' or 'fails'."),
    };

    private HelpPage Read()
    {
        if (_page.FrontMatter.GetValueOrDefault("schema") != Schema)
        {
            throw new PageException(_page.Name, 0, $"the front matter says 'schema: {Schema}'.");
        }

        if (_page.Root.Title != _page.Name)
        {
            throw new PageException(_page.Name, _page.Root.Heading.Line, "the heading is the name of the cmdlet, as the file's name is.");
        }

        var syntax = Syntax();
        return new HelpPage(
            _page.Name,
            Prose("SYNOPSIS"),
            syntax,
            Prose("DESCRIPTION"),
            [.. _page.Section("EXAMPLES").Children.Select(Example)],
            Parameters(syntax),
            [.. _page.Section("INPUTS").Children.Select(Type)],
            [.. _page.Section("OUTPUTS").Children.Select(Type)],
            Prose("NOTES"),
            [.. _page.Section("RELATED LINKS").Blocks.OfType<ParagraphBlock>().SelectMany(block => block.Inline!.OfType<LinkInline>()).Select(Link)]);
    }

    private IReadOnlyList<TextBlock> Prose(string title) => PlainText.Of(_page.Name, _page.Section(title).Blocks);

    private IReadOnlyList<SyntaxSet> Syntax()
    {
        var section = _page.Section("SYNTAX");
        return section.Children.Count == 0
            ? [SyntaxSet.Parse(null, Code(section))]
            : [.. section.Children.Select(child => SyntaxSet.Parse(child.Title, Code(child)))];
    }

    private string Code(Section section) =>
        section.Blocks is [FencedCodeBlock code] ? code.Lines.ToString() : throw Fault(section, "a syntax is one block of code.");

    private ExampleHelp Example(Section section)
    {
        if (section.Blocks is not [FencedCodeBlock code, ..] || !IsExample(code))
        {
            throw Fault(section, $"an example begins with a block of code marked {CodeInfo}.");
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

    private IReadOnlyList<ParameterHelp> Parameters(IReadOnlyList<SyntaxSet> syntax)
    {
        var section = _page.Section("PARAMETERS");
        IReadOnlyList<ParameterHelp> parameters = [.. section.Children.Where(child => child.Title.StartsWith(ParameterPrefix, StringComparison.Ordinal)).Select(Parameter)];
        foreach (var (set, name) in syntax.SelectMany(set => set.Parameters, (set, name) => (set, name)))
        {
            if (!parameters.Any(parameter => parameter.Name == name && parameter.Facts.Any(facts => facts.IsOf(set))))
            {
                throw Fault(section, $"no yaml block tells of -{name} in '{set.Text.Split('\n')[0]}'.");
            }
        }

        return parameters;
    }

    private ParameterHelp Parameter(Section section)
    {
        try
        {
            return new ParameterHelp(
                section.Title[ParameterPrefix.Length..],
                PlainText.Of(_page.Name, section.Blocks.Where(block => !IsYaml(block))),
                [.. section.Blocks.Where(IsYaml).Select(block => ParameterFacts.Parse(((FencedCodeBlock)block).Lines.ToString()))]);
        }
        catch (FormatException error)
        {
            throw Fault(section, error.Message);
        }
    }

    private TypeHelp Type(Section section) => new(section.Title, PlainText.Of(_page.Name, section.Blocks));

    private RelatedLink Link(LinkInline link) => new(PlainText.Of(_page.Name, link), PlainText.IsOnWeb(link.Url) ? link.Url : null);

    private PageException Fault(Section section, string message) => new(_page.Name, section.Heading.Line, message);
}
