using System.Collections;
using System.Management.Automation;

namespace Novita.Parameters;

/// <summary>
/// Converts an argument to the elements of a parameter: texts, and objects of the module, of a job, of a file or of JSON. An error quotes
/// only the beginning of a value.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public abstract class ElementArgumentAttribute : ArgumentTransformationAttribute
{
    /// <summary>The longest text that PowerShell itself converts, because PowerShell's own message quotes the whole text.</summary>
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
    /// <exception cref="NovitaException">The argument cannot be converted.</exception>
    private protected virtual object ConvertAll(object argument)
    {
        var elements = Elements(argument).Select(Convert).ToArray();
        return elements.Length == 1 ? elements[0] : elements;
    }

    /// <summary>Converts one element.</summary>
    /// <exception cref="NovitaException">The element cannot be converted.</exception>
    private protected abstract object Convert(PSObject element);

    /// <summary>Returns the elements of a list, or a single object.</summary>
    /// <exception cref="NovitaException">An element is null.</exception>
    private protected static IEnumerable<PSObject> Elements(object argument)
    {
        IEnumerable list = LanguagePrimitives.GetEnumerable(argument) ?? new[] { argument };
        foreach (var element in list)
        {
            yield return element is null ? throw Limits.Invalid("An element of the list is null.") : PSObject.AsPSObject(element);
        }
    }

    /// <summary>Returns a member of an object or a hashtable, ignoring case; null if it is missing.</summary>
    private protected static object? Member(PSObject element, string name)
    {
        if (element.BaseObject is not IDictionary table)
        {
            return BaseObject.Of(element.Properties[name]?.Value);
        }

        var key = table.Keys.Cast<object>().FirstOrDefault(entry => string.Equals($"{entry}", name, StringComparison.OrdinalIgnoreCase));
        return key is null ? null : BaseObject.Of(table[key]);
    }

    /// <summary>Returns a member as text; null if it is missing or empty.</summary>
    private protected static string? Text(PSObject element, string name) =>
        Member(element, name) is { } value && LanguagePrimitives.ConvertTo<string>(value) is { Length: > 0 } text ? text : null;
}
