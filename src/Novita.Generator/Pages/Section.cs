using Markdig.Syntax;

namespace Novita.Generator.Pages;

/// <summary>A heading, what follows it up to the next, and the sections below it.</summary>
public sealed class Section
{
    internal Section(string title, HeadingBlock heading)
    {
        Title = title;
        Heading = heading;
    }

    /// <summary>The text of the heading.</summary>
    public string Title { get; }

    /// <summary>The blocks between the heading and the first section below it.</summary>
    public IList<Block> Blocks { get; } = [];

    /// <summary>The sections one level down.</summary>
    public IList<Section> Children { get; } = [];

    internal HeadingBlock Heading { get; }
}
