namespace Novita.Generator.Pages;

/// <summary>What a block of prose is.</summary>
public enum TextBlockKind
{
    /// <summary>Text that may be wrapped.</summary>
    Paragraph,

    /// <summary>One item of a list.</summary>
    Item,

    /// <summary>Lines that stay as they are.</summary>
    Code,
}
