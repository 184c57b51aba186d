namespace Novita.Formatting;

/// <summary>Columns of properties, as the views name them: <c>[Novita.Formatting.Cells]::Of['Name'][$_]</c>.</summary>
public static class Cells
{
    /// <summary>The property as a text.</summary>
    public static PropertyColumns Of { get; } = new(property => new Column(property));

    /// <summary>The property, which is a status, in its colour.</summary>
    public static PropertyColumns Status { get; } =
        new(property => new Column(shown => StatusText.Of(ViewText.Of(shown, property), hasError: false)));
}
