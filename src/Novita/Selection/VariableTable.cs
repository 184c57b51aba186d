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
        var variables = (table ?? new Hashtable()).Cast<DictionaryEntry>().Select(entry => new KeyValuePair<string, string>(Text(entry.Key), Text(entry.Value)));
        return [.. table is Hashtable ? variables.OrderBy(variable => variable.Key, StringComparer.Ordinal) : variables];
    }

    private static string Text(object? value) => value is null ? "" : (string)LanguagePrimitives.ConvertTo(value, typeof(string), CultureInfo.InvariantCulture);
}
