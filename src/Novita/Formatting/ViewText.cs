using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Novita.Client.Text;

namespace Novita.Formatting;

/// <summary>
/// Reads properties for a view. Properties are read by name, so that an object of a job or a file looks the same. Control characters are
/// made visible.
/// </summary>
internal static class ViewText
{
    /// <summary>Returns the text of a property: a time to the minute, a list with commas, an empty text for null.</summary>
    public static string Of(PSObject? source, string property)
    {
        var value = source?.Properties[property]?.Value;
        if (BaseObject.Of(value) is DateTime time)
        {
            return time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        }

        // A list that came through a job has lost its ToString. Other deserialised objects keep the text on the wrapper.
        var text = BaseObject.Of(value) is IEnumerable list and not string ? string.Join(", ", list.Cast<object>()) : $"{value}";
        return VisibleText.Of(text);
    }

    /// <summary>Returns the value of a property; null if it is missing.</summary>
    public static object? Value(PSObject? source, string property) => BaseObject.Of(source?.Properties[property]?.Value);

    /// <summary>Returns the elements of a list property.</summary>
    public static IEnumerable<PSObject> Elements(PSObject? source, string property) =>
        Value(source, property) is IEnumerable list and not string ? list.Cast<object>().Select(PSObject.AsPSObject) : [];
}
