using System.Management.Automation;
using System.Security;

namespace Novita.Parameters;

/// <summary>Lets a SecureString parameter take text as well. Its messages never quote what was given.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SecureTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        (inputData is PSObject wrapped ? wrapped.BaseObject : inputData) switch
        {
            null => null,
            SecureString secure => secure,
            string text => Secure(text),
            _ => throw new ArgumentTransformationMetadataException("Give the key as a SecureString or as text."),
        };

    private static SecureString Secure(string text)
    {
        var secure = new SecureString();
        foreach (var character in text)
        {
            secure.AppendChar(character);
        }

        secure.MakeReadOnly();
        return secure;
    }
}
