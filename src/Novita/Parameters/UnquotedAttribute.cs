using System.Globalization;
using System.Management.Automation;

namespace Novita.Parameters;

/// <summary>Converts a value as PowerShell does. The error does not quote the value, because the value may hold a password.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class UnquotedAttribute : ArgumentTransformationAttribute
{
    /// <summary>Converts to <paramref name="type"/>.</summary>
    /// <param name="type">The parameter's type.</param>
    /// <param name="advice">The message for a value that cannot be converted.</param>
    public UnquotedAttribute(Type type, string advice)
    {
        Type = type;
        Advice = advice;
    }

    /// <summary>The parameter's type.</summary>
    public Type Type { get; }

    /// <summary>The message for a value that cannot be converted.</summary>
    public string Advice { get; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        LanguagePrimitives.TryConvertTo(inputData, Type, CultureInfo.InvariantCulture, out var converted)
            ? converted
            : throw new ArgumentTransformationMetadataException(Advice);
}
