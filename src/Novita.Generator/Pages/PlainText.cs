using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Novita.Generator.Pages;

/// <summary>Turns markdown into what a terminal can show.</summary>
internal static class PlainText
{
    /// <summary>The text of a line of prose: code without its quotes, links by their text and their web address.</summary>
    /// <exception cref="PageException">There is something that help text has no place for, such as HTML.</exception>
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
                _ => throw new PageException(page, inline.Line, $"help has no place for a {inline.GetType().Name}; set code in backticks."),
            };
        }

        return text.ToString();
    }

    /// <summary>The blocks of a piece of prose.</summary>
    /// <exception cref="PageException">There is a block that help text has no place for, such as a table.</exception>
    public static IReadOnlyList<TextBlock> Of(string page, IEnumerable<Block> blocks) => [.. blocks.SelectMany(block => Of(page, block))];

    public static bool IsOnWeb(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http";

    private static IEnumerable<TextBlock> Of(string page, Block block) => block switch
    {
        ParagraphBlock paragraph => [new TextBlock(TextBlockKind.Paragraph, Of(page, paragraph.Inline))],
        CodeBlock code => [new TextBlock(TextBlockKind.Code, code.Lines.ToString())],
        ListBlock list => list.Cast<ListItemBlock>().Select(item => Item(page, item, list.IsOrdered ? $"{item.Order}." : "-")),
        _ => throw new PageException(page, block.Line, $"help has no place for a {block.GetType().Name}; use paragraphs, lists, code."),
    };

    private static TextBlock Item(string page, ListItemBlock item, string marker) =>
        item is [ParagraphBlock paragraph]
            ? new TextBlock(TextBlockKind.Item, Of(page, paragraph.Inline), marker)
            : throw new PageException(page, item.Line, "an item of a list is one paragraph.");
}
