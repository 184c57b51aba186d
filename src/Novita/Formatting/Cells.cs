using System.Globalization;

namespace Novita.Formatting;

/// <summary>Columns of properties, as the views name them: <c>[Novita.Formatting.Cells]::Of['Name'][$_]</c>.</summary>
public static class Cells
{
    /// <summary>The property as a text.</summary>
    public static PropertyColumns Of { get; } = new(property => new Column(property));

    /// <summary>The property, which is a status, in its colour.</summary>
    public static PropertyColumns Status { get; } =
        new(property => new Column(shown => StatusText.Of(ViewText.Of(shown, property), hasError: false)));

    /// <summary>The property, which is a number, rounded to two places; one below 0.01 as it is.</summary>
    public static PropertyColumns Rounded { get; } = new(property => new Column(shown =>
        ViewText.Value(shown, property) is decimal number
            ? number.ToString(number != 0 && Math.Abs(number) < 0.01m ? "0.00########" : "0.00", CultureInfo.InvariantCulture)
            : ViewText.Of(shown, property)));
}
