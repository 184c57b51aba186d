using Markdig;
using Markdig.Syntax;

namespace Novita.Generator.Pages;

/// <summary>A markdown page as a tree of sections.</summary>
public sealed class PageDocument
{
    private PageDocument(string name, MarkdownDocument document)
    {
        Name = name;
        Blocks = document;
        Root = Build();
    }

    /// <summary>The file's name without its extension.</summary>
    public string Name { get; }

    /// <summary>The section of level 1, which contains all others.</summary>
    public Section Root { get; }

    internal MarkdownDocument Blocks { get; }

    /// <summary>Reads a page from its text.</summary>
    /// <exception cref="PageException">The headings do not form a tree.</exception>
    public static PageDocument Parse(string name, string text) => new(name, Markdown.Parse(text.ReplaceLineEndings("\n")));

    /// <summary>Reads a page from its file.</summary>
    /// <exception cref="PageException">The headings do not form a tree.</exception>
    public static PageDocument Read(string path) => Parse(Path.GetFileNameWithoutExtension(path), File.ReadAllText(path));

    /// <summary>Returns a section of level 2.</summary>
    /// <exception cref="PageException">The page does not have exactly one section of this title.</exception>
    public Section Section(string title)
    {
        var found = Root.Children.Where(section => section.Title == title).ToList();
        return found.Count == 1
            ? found[0]
            : throw new PageException(Name, 0, $"there must be one section '## {title}', not {found.Count}.");
    }

    private Section Build()
    {
        var headings = Blocks.OfType<HeadingBlock>().ToList();
        if (headings.Count(heading => heading.Level == 1) != 1 || headings[0].Level != 1)
        {
            throw new PageException(Name, 0, "a page must begin with its only heading of level 1.");
        }

        var open = new Stack<Section>();
        Section? root = null;
        foreach (var block in Blocks)
        {
            if (block is not HeadingBlock heading)
            {
                if (open.TryPeek(out var section))
                {
                    section.Blocks.Add(block);
                }

                continue;
            }

            while (open.TryPeek(out var section) && section.Heading.Level >= heading.Level)
            {
                open.Pop();
            }

            if (heading.Level != open.Count + 1)
            {
                throw new PageException(Name, heading.Line, "a heading must be one level below its parent.");
            }

            var added = new Section(PlainText.Of(Name, heading.Inline), heading);
            root ??= added;
            if (open.TryPeek(out var parent))
            {
                parent.Children.Add(added);
            }

            open.Push(added);
        }

        return root!;
    }
}
