namespace Novita.Generator.Pages;

/// <summary>The kind of a block of text.</summary>
public enum TextBlockKind
{
    /// <summary>A paragraph. The lines may be wrapped.</summary>
    Paragraph,

    /// <summary>An item of a list.</summary>
    Item,

    /// <summary>Code. The lines are not changed.</summary>
    Code,
}
