using Markdig.Syntax;

namespace Novita.Generator.Pages;

/// <summary>A section of a page.</summary>
public sealed class Section
{
    internal Section(string title, HeadingBlock heading)
    {
        Title = title;
        Heading = heading;
    }

    /// <summary>The text of the heading.</summary>
    public string Title { get; }

    /// <summary>The blocks between the heading and the first child section.</summary>
    public IList<Block> Blocks { get; } = [];

    /// <summary>The child sections.</summary>
    public IList<Section> Children { get; } = [];

    internal HeadingBlock Heading { get; }
}
