namespace Novita;

/// <summary>An object that is about a resource, and stands for it where a cmdlet takes one.</summary>
/// <remarks>A method and not a property: PowerShell would write a property, and every secret in the resource, into CLIXML.</remarks>
public interface IResourceSource
{
    /// <summary>Returns the resource.</summary>
    Resource GetResource();
}
