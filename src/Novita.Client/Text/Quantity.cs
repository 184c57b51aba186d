using System.Globalization;

namespace Novita.Client.Text;

/// <summary>Writes a number with its noun, such as <c>1 month</c> or <c>2 months</c>.</summary>
internal static class Quantity
{
    /// <summary>Returns the number with its noun.</summary>
    /// <param name="count">The number.</param>
    /// <param name="noun">The noun in the singular, with a regular plural.</param>
    public static string Of(long count, string noun) =>
        string.Format(CultureInfo.InvariantCulture, count == 1 ? "{0} {1}" : "{0} {1}s", count, noun);

    /// <summary>Returns a number of months.</summary>
    public static string Months(int count) => Of(count, "month");
}
