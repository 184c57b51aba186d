using System.Collections;
using System.Collections.Specialized;
using System.Management.Automation;

namespace Novita.Parameters;

/// <summary>
/// Converts hashtables, the variables of an instance, and objects with a Key and a Value to a table of environment variables. No error
/// quotes a value.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class VariableArgumentAttribute : ElementArgumentAttribute
{
    private protected override object ConvertAll(object argument)
    {
        var whole = PSObject.AsPSObject(argument);
        if (whole.BaseObject is IDictionary table)
        {
            return table;
        }

        var variables = new OrderedDictionary(StringComparer.Ordinal);
        if (whole.BaseObject is PSCustomObject && !IsVariable(whole))
        {
            // ConvertFrom-Json makes an object whose properties are the variables.
            foreach (var property in whole.Properties.Where(property => property.MemberType == PSMemberTypes.NoteProperty))
            {
                variables[property.Name] = property.Value;
            }

            return variables;
        }

        foreach (var element in Elements(argument))
        {
            var variable = (KeyValuePair<string, object?>)Convert(element);
            variables[variable.Key] = variable.Value;
        }

        return variables;
    }

    private protected override object Convert(PSObject element) =>
        IsVariable(element) && Text(element, nameof(EnvironmentVariable.Key)) is { } name
            ? new KeyValuePair<string, object?>(name, Member(element, nameof(EnvironmentVariable.Value)))
            : throw Limits.Invalid(VariableTable.Advice);

    private static bool IsVariable(PSObject element) =>
        element.BaseObject is EnvironmentVariable
        || (element.BaseObject is not string && Text(element, nameof(EnvironmentVariable.Key)) is not null
            && (element.BaseObject is IDictionary || element.Properties[nameof(EnvironmentVariable.Value)] is not null));
}
