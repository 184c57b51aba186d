using System.Globalization;

namespace Novita.Client.Text;

/// <summary>Writes amounts of US dollars for people.</summary>
internal static class Usd
{
    /// <summary>Returns an amount with two to five decimals and without its unit, such as <c>0.35</c>.</summary>
    public static string Format(decimal amount) => amount.ToString("0.00###", CultureInfo.InvariantCulture);
}
