using System.Globalization;
using System.Management.Automation;

namespace Novita.Parameters;

/// <summary>
/// Converts a value as PowerShell would, but without quoting one that does not fit, as PowerShell's own message would: it may hold a
/// password.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class UnquotedAttribute : ArgumentTransformationAttribute
{
    /// <summary>Converts to <paramref name="type"/>.</summary>
    /// <param name="type">The parameter's type.</param>
    /// <param name="advice">What to give, where something else was given.</param>
    public UnquotedAttribute(Type type, string advice)
    {
        Type = type;
        Advice = advice;
    }

    /// <summary>The parameter's type.</summary>
    public Type Type { get; }

    /// <summary>What to give.</summary>
    public string Advice { get; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        LanguagePrimitives.TryConvertTo(inputData, Type, CultureInfo.InvariantCulture, out var converted)
            ? converted
            : throw new ArgumentTransformationMetadataException(Advice);
}
