using System.Globalization;
using System.Text.Json;

namespace Novita.Client.Json;

/// <summary>Reads a month, <c>yyyy-MM</c>.</summary>
internal static class JsonMonth
{
    /// <summary>Reads the current token.</summary>
    /// <returns>The month; null for null and for an empty text.</returns>
    /// <exception cref="FieldException">The token is not a month.</exception>
    public static string? Read(ref Utf8JsonReader reader)
    {
        var text = JsonString.ReadNonEmpty(ref reader);
        return text is null || DateTime.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? text
            : throw new FieldException("is not a month");
    }
}
