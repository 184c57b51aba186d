namespace Novita.Formatting;

/// <summary>How the text of a column is shown.</summary>
internal enum ColumnStyle
{
    /// <summary>As it is.</summary>
    Text,

    /// <summary>Aligned to the right; a property that is a number is so without it.</summary>
    Right,

    /// <summary>In the colour of a status.</summary>
    Status,

    /// <summary>Rounded to two places.</summary>
    Rounded,
}
