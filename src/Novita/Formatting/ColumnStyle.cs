namespace Novita.Formatting;

/// <summary>The style of a column's text.</summary>
internal enum ColumnStyle
{
    /// <summary>Plain text.</summary>
    Text,

    /// <summary>Aligned to the right. A number property is always aligned to the right.</summary>
    Right,

    /// <summary>In the colour of a status.</summary>
    Status,

    /// <summary>Rounded to two places.</summary>
    Rounded,
}
