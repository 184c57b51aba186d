using System.Collections;
using System.Management.Automation;

namespace Novita.Parameters;

/// <summary>
/// Makes the elements of a parameter from texts, and from objects that are live, from a job, from a file or from JSON. An error quotes
/// little of a value.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public abstract class ElementArgumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>The longest text that is left to PowerShell to convert: its message quotes the whole of it.</summary>
    private protected const int MaxQuoted = 60;

    /// <inheritdoc/>
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        if (inputData is null)
        {
            return null;
        }

        try
        {
            return ConvertAll(inputData);
        }
        catch (NovitaException error)
        {
            throw new ArgumentTransformationMetadataException(error.Message);
        }
    }

    /// <summary>Converts the whole argument, which is not null.</summary>
    /// <exception cref="NovitaException">It is something else.</exception>
    private protected virtual object ConvertAll(object argument)
    {
        var elements = Elements(argument).Select(Convert).ToArray();
        return elements.Length == 1 ? elements[0] : elements;
    }

    /// <summary>Converts one element.</summary>
    /// <exception cref="NovitaException">The element is something else.</exception>
    private protected abstract object Convert(PSObject element);

    /// <summary>Lists the elements of a list, or the one object.</summary>
    /// <exception cref="NovitaException">An element is null.</exception>
    private protected static IEnumerable<PSObject> Elements(object argument)
    {
        IEnumerable list = LanguagePrimitives.GetEnumerable(argument) ?? new[] { argument };
        foreach (var element in list)
        {
            yield return element is null ? throw Limits.Invalid("An element of the list is null.") : PSObject.AsPSObject(element);
        }
    }

    /// <summary>Reads a member of an object or a hashtable, ignoring case; null where it is missing.</summary>
    private protected static object? Member(PSObject element, string name)
    {
        var value = element.BaseObject is IDictionary table
            ? table.Keys.Cast<object>().Where(key => string.Equals($"{key}", name, StringComparison.OrdinalIgnoreCase))
                .Select(key => table[key]).FirstOrDefault()
            : element.Properties[name]?.Value;
        return value is PSObject wrapped ? wrapped.BaseObject : value;
    }

    /// <summary>Reads a member as text; null where it is missing or empty.</summary>
    private protected static string? Text(PSObject element, string name) =>
        Member(element, name) is { } value && LanguagePrimitives.ConvertTo<string>(value) is { Length: > 0 } text ? text : null;
}
