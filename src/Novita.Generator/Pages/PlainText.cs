using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Novita.Generator.Pages;

/// <summary>Converts markdown to text for a terminal.</summary>
internal static class PlainText
{
    /// <summary>Returns the text of a line: code without backticks, links with their text and web address.</summary>
    /// <exception cref="PageException">The line has something that help cannot show, such as HTML.</exception>
    public static string Of(string page, ContainerInline? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? [])
        {
            _ = inline switch
            {
                LiteralInline literal => text.Append(literal.Content.ToString()),
                CodeInline code => text.Append(code.Content),
                LineBreakInline => text.Append(' '),
                LinkInline link when IsOnWeb(link.Url) => text.Append(Of(page, link)).Append(" (").Append(link.Url).Append(')'),
                AutolinkInline link => text.Append(link.Url),
                ContainerInline container => text.Append(Of(page, container)),
                HtmlEntityInline entity => text.Append(entity.Transcoded.ToString()),
                _ => throw new PageException(page, inline.Line, $"help cannot show a {inline.GetType().Name}; set code in backticks."),
            };
        }

        return text.ToString();
    }

    /// <summary>Returns blocks as text.</summary>
    /// <exception cref="PageException">Help cannot show a block, such as a table.</exception>
    public static IReadOnlyList<TextBlock> Of(string page, IEnumerable<Block> blocks) => [.. blocks.SelectMany(block => Of(page, block))];

    /// <summary>Returns whether an address is a web address, and not another page.</summary>
    public static bool IsOnWeb(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http";

    private static IEnumerable<TextBlock> Of(string page, Block block) => block switch
    {
        ParagraphBlock paragraph => [new TextBlock(TextBlockKind.Paragraph, Of(page, paragraph.Inline))],
        CodeBlock code => [new TextBlock(TextBlockKind.Code, code.Lines.ToString())],
        ListBlock list => list.Cast<ListItemBlock>().Select(item => Item(page, item, list.IsOrdered ? $"{item.Order}." : "-")),
        _ => throw new PageException(page, block.Line, $"help cannot show a {block.GetType().Name}; use paragraphs, lists and code."),
    };

    private static TextBlock Item(string page, ListItemBlock item, string marker) =>
        item is [ParagraphBlock paragraph]
            ? new TextBlock(TextBlockKind.Item, Of(page, paragraph.Inline), marker)
            : throw new PageException(page, item.Line, "an item of a list must be one paragraph.");
}
