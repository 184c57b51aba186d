using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Novita.Client.Text;

namespace Novita.Formatting;

/// <summary>
/// Reads what a view shows of an object: by name, so that an object that came through a job or a file looks the same, and with
/// control characters written out.
/// </summary>
internal static class ViewText
{
    /// <summary>Gives the text of a property: a time to the minute, a list with commas, null as nothing.</summary>
    public static string Of(PSObject? source, string property)
    {
        var value = source?.Properties[property]?.Value;
        if (Unwrap(value) is DateTime time)
        {
            return time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        }

        // A list that came through a job has lost its own text, and another object keeps it on its wrapper only.
        return VisibleText.Of(Unwrap(value) is IEnumerable list and not string ? string.Join(", ", list.Cast<object>()) : $"{value}");
    }

    public static object? Value(PSObject? source, string property) => Unwrap(source?.Properties[property]?.Value);

    /// <summary>The elements of a list, each with its properties.</summary>
    public static IEnumerable<PSObject> Elements(PSObject? source, string property) =>
        Value(source, property) is IEnumerable list and not string ? list.Cast<object>().Select(PSObject.AsPSObject) : [];

    private static object? Unwrap(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
