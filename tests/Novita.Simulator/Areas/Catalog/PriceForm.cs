namespace Novita.Simulator.Areas.Catalog;

/// <summary>How prices are sent. The documentation says a number; text was seen.</summary>
public enum PriceForm
{
    /// <summary><c>"35000"</c>.</summary>
    Text,

    /// <summary><c>35000</c>.</summary>
    Number,
}
