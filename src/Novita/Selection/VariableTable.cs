using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Novita.Selection;

/// <summary>Reads environment variables from the hashtable that a user gives.</summary>
internal static class VariableTable
{
    /// <summary>Gives the variables, sorted by name unless the table is ordered; null values are empty.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(IDictionary? table)
    {
        var variables = new List<KeyValuePair<string, string>>();

        // Not by foreach: a typed dictionary gives other entries there.
        for (var entries = (table ?? new Hashtable()).GetEnumerator(); entries.MoveNext();)
        {
            variables.Add(new(Text(entries.Key), Text(entries.Value)));
        }

        return table is Hashtable ? variables.OrderBy(variable => variable.Key, StringComparer.Ordinal).ToList() : variables;
    }

    private static string Text(object? value) => value is null ? "" : (string)LanguagePrimitives.ConvertTo(value, typeof(string), CultureInfo.InvariantCulture);
}
