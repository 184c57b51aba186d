using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Novita.Serialization;

/// <summary>
/// Converts an object that came through a job or a file back to its type. Novita.Types.ps1xml registers this converter. A resource without
/// the name of its session is not converted.
/// </summary>
public sealed class ServiceObjectConverter : PSTypeConverter
{
    private const string Prefix = "Deserialized.";

    /// <inheritdoc/>
    public override bool CanConvertFrom(object sourceValue, Type destinationType) => FindType(PSObject.AsPSObject(sourceValue)) is not null;

    /// <inheritdoc/>
    public override object ConvertFrom(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase)
    {
        var source = PSObject.AsPSObject(sourceValue);
        var type = FindType(source) ?? throw new InvalidCastException();
        return Convert(source, type);
    }

    /// <inheritdoc/>
    public override bool CanConvertTo(object sourceValue, Type destinationType) => false;

    /// <inheritdoc/>
    public override object ConvertTo(object sourceValue, Type destinationType, IFormatProvider formatProvider, bool ignoreCase) =>
        throw new InvalidCastException();

    private static Type? FindType(PSObject source) =>
        source.TypeNames.FirstOrDefault() is { } name && name.StartsWith(Prefix, StringComparison.Ordinal)
            && typeof(ServiceObject).Assembly.GetType(name.Substring(Prefix.Length)) is { IsAbstract: false } type
            && typeof(ServiceObject).IsAssignableFrom(type)
            && (!typeof(Resource).IsAssignableFrom(type) || source.Properties[nameof(Resource.SessionName)]?.Value is not null)
            ? type
            : null;

    private static ServiceObject Convert(PSObject source, Type type)
    {
        var result = (ServiceObject)Activator.CreateInstance(type);
        foreach (var property in source.Properties)
        {
            if (type.GetProperty(property.Name) is { CanWrite: true } target)
            {
                target.SetValue(result, ConvertValue(property.Value, target.PropertyType));
            }
            else if (type.GetProperty(property.Name) is null)
            {
                // A script has added this property.
                PSObject.AsPSObject(result).Properties.Add(new PSNoteProperty(property.Name, property.Value));
            }
        }

        return result;
    }

    private static object? ConvertValue(object? value, Type type)
    {
        var plain = BaseObject.Of(value);
        if (plain is null || type.IsInstanceOfType(plain))
        {
            return plain;
        }

        if (type == typeof(Secret))
        {
            return Secret.Lost;
        }

        if (typeof(ServiceObject).IsAssignableFrom(type))
        {
            return Convert(PSObject.AsPSObject(value), type);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(DisplayList<>) && plain is IEnumerable elements and not string)
        {
            var list = (IList)Activator.CreateInstance(type);
            foreach (var element in elements)
            {
                list.Add(ConvertValue(element, type.GetGenericArguments()[0]));
            }

            return list;
        }

        return LanguagePrimitives.ConvertTo(value, type, CultureInfo.InvariantCulture);
    }
}
