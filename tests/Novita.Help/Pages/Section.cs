using Markdig.Syntax;

namespace Novita.Help.Pages;

/// <summary>A heading, what follows it up to the next, and the sections below it.</summary>
public sealed class Section
{
    internal Section(string title, HeadingBlock heading, int end)
    {
        Title = title;
        Heading = heading;
        End = end;
    }

    /// <summary>The text of the heading.</summary>
    public string Title { get; }

    /// <summary>The blocks between the heading and the first section below it.</summary>
    public IList<Block> Blocks { get; } = [];

    /// <summary>The sections one level down.</summary>
    public IList<Section> Children { get; } = [];

    /// <summary>Where the heading begins in the text of the page.</summary>
    public int Start => Heading.Span.Start;

    /// <summary>Where the next section of this level or above begins.</summary>
    public int End { get; }

    internal HeadingBlock Heading { get; }
}
