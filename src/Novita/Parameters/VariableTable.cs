using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Security;

namespace Novita.Parameters;

/// <summary>Reads environment variables from the hashtable that a user gives.</summary>
internal static class VariableTable
{
    /// <summary>What to give, where something else was given.</summary>
    public const string Advice = "Give the variables as a table, such as @{ MODE = 'x' }.";

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

    /// <summary>Gives the text of a value. One that is kept from view is meant to be sent, and its own text says nothing.</summary>
    private static string Text(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value) switch
    {
        null => "",
        SecureString secure => new NetworkCredential("", secure).Password,
        Secret secret => secret.Reveal(),
        PSCredential => throw Limits.Invalid("An environment variable holds a text, and not a credential. Give its password, as in "
            + "$credential.Password."),
        var other => (string)LanguagePrimitives.ConvertTo(other, typeof(string), CultureInfo.InvariantCulture),
    };
}
