namespace Novita;

/// <summary>An object that is about a resource, and stands for it where a cmdlet takes one.</summary>
public interface IResourceSource
{
    /// <summary>The resource.</summary>
    Resource Resource { get; }
}
