namespace Novita;

/// <summary>An object about a resource, which binds where a cmdlet takes the resource.</summary>
/// <remarks>A method, because PowerShell would write a property, with every secret of the resource, into CLIXML.</remarks>
public interface IResourceSource
{
    /// <summary>Returns the resource.</summary>
    Resource GetResource();
}
