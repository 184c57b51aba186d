using System.Text;
using Novita.Generator.Pages;

namespace Novita.Generator.Output;

/// <summary>Writes an about page as plain text for Get-Help.</summary>
public static class AboutWriter
{
    private const int Width = 80;
    private const int Indent = 4;
    private const string ShortDescription = "SHORT DESCRIPTION";

    /// <summary>Returns the text of a page.</summary>
    /// <exception cref="PageException">A line of code is too long, or help cannot show a block.</exception>
    public static string Write(PageDocument page)
    {
        if (!page.Root.Children.Any(section => section.Title == ShortDescription
            && Wrap(PlainText.Of(page.Name, section.Blocks)[0].Text, Indent).Count() == 1))
        {
            throw new PageException(page.Name, 0, $"'## {ShortDescription}' must be one line: Get-Help lists only the first line.");
        }

        var text = new StringBuilder("TOPIC\n").Append(' ', Indent).Append(page.Root.Title).Append('\n');
        foreach (var section in page.Root.Children)
        {
            text.Append('\n').Append(section.Title.ToUpperInvariant()).Append('\n');
            Append(text, page.Name, section);
            foreach (var child in section.Children)
            {
                text.Append('\n').Append(' ', Indent / 2).Append(child.Title).Append('\n');
                Append(text, page.Name, child);
            }
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string page, Section section)
    {
        TextBlock? before = null;
        foreach (var block in PlainText.Of(page, section.Blocks))
        {
            // An empty line separates blocks, but not the items of a list.
            if (before is not null && (before.Kind != TextBlockKind.Item || block.Kind != TextBlockKind.Item))
            {
                text.Append('\n');
            }

            foreach (var line in Lines(block))
            {
                if (line.Length > Width)
                {
                    throw new PageException(page, section.Heading.Line, $"'{line.Trim()}' is too long for a screen of {Width} columns.");
                }

                text.Append(line.TrimEnd()).Append('\n');
            }

            before = block;
        }
    }

    private static IEnumerable<string> Lines(TextBlock block) => block.Kind switch
    {
        TextBlockKind.Code => block.Text.Split('\n').Select(line => new string(' ', 2 * Indent) + line),
        TextBlockKind.Item => Item($"{block.Marker} ", block.Text),
        _ => Wrap(block.Text, Indent),
    };

    private static IEnumerable<string> Item(string marker, string text) =>
        Wrap(marker + text, Indent + marker.Length).Select((line, index) => index == 0 ? line[marker.Length..] : line);

    private static IEnumerable<string> Wrap(string text, int indent)
    {
        var line = new StringBuilder().Append(' ', indent);
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > indent && line.Length + 1 + word.Length > Width)
            {
                yield return line.ToString();
                line.Clear().Append(' ', indent);
            }

            line.Append(line.Length > indent ? " " : "").Append(word);
        }

        yield return line.ToString();
    }
}
