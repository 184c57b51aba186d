using System.Management.Automation;
using System.Security;

namespace Novita.Parameters;

/// <summary>Converts text to a SecureString. No message quotes the text, because it is a secret.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SecureTextAttribute : ArgumentTransformationAttribute
{
    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData) =>
        BaseObject.Of(inputData) switch
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
