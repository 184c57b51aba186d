using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Security;

namespace Novita.Parameters;

/// <summary>Reads environment variables from a dictionary of the user.</summary>
internal static class VariableTable
{
    /// <summary>The message for a value that is not a table.</summary>
    public const string Advice = "Give the variables as a table, such as @{ MODE = 'x' }.";

    /// <summary>Returns the variables, sorted by name unless the table is ordered. A null value is an empty text.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Read(IDictionary? table)
    {
        var variables = new List<KeyValuePair<string, string>>();

        // A foreach over a typed dictionary returns KeyValuePair; the enumerator of IDictionary always returns DictionaryEntry.
        for (var entries = (table ?? new Hashtable()).GetEnumerator(); entries.MoveNext();)
        {
            variables.Add(new(Text(entries.Key), Text(entries.Value)));
        }

        return table is Hashtable ? variables.OrderBy(variable => variable.Key, StringComparer.Ordinal).ToList() : variables;
    }

    /// <summary>Returns the text to send. A secret is revealed, because its ToString is masked.</summary>
    private static string Text(object? value) => BaseObject.Of(value) switch
    {
        null => "",
        SecureString secure => new NetworkCredential("", secure).Password,
        Secret secret => secret.Reveal(),
        PSCredential => throw Limits.Invalid(
            "An environment variable is a text and not a credential. Give the password, as in $credential.Password."),
        var other => (string)LanguagePrimitives.ConvertTo(other, typeof(string), CultureInfo.InvariantCulture),
    };
}
