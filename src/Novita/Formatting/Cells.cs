using System.Globalization;

namespace Novita.Formatting;

/// <summary>Columns of properties, for the views: <c>[Novita.Formatting.Cells]::Of['Name'][$_]</c>.</summary>
public static class Cells
{
    /// <summary>The property as text.</summary>
    public static PropertyColumns Of { get; } = new(property => new Column(property));

    /// <summary>A status property in its colour.</summary>
    public static PropertyColumns Status { get; } =
        new(property => new Column(shown => StatusText.Of(ViewText.Of(shown, property), hasError: false)));

    /// <summary>A number property, rounded to two places. A number below 0.01 is not rounded.</summary>
    public static PropertyColumns Rounded { get; } = new(property => new Column(shown =>
        ViewText.Value(shown, property) is decimal number
            ? number.ToString(number != 0 && Math.Abs(number) < 0.01m ? "0.00########" : "0.00", CultureInfo.InvariantCulture)
            : ViewText.Of(shown, property)));
}
