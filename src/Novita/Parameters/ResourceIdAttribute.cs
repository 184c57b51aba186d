using System.Management.Automation;
using Novita.Targets;

namespace Novita.Parameters;

/// <summary>Converts a resource to its id, for a parameter that takes an id. The resource may come from a job or a file.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ResourceIdAttribute : ArgumentTransformationAttribute
{
    /// <summary>Accepts resources of one type.</summary>
    /// <param name="type">The type.</param>
    public ResourceIdAttribute(Type type) => Type = type;

    /// <summary>The type of the resources.</summary>
    public Type Type { get; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        return BaseObject.Of(inputData) switch
        {
            Resource resource when Type.IsInstanceOfType(resource) => resource.Id,
            Resource resource =>
                throw new ArgumentTransformationMetadataException($"'{resource.Id}' is a {resource.GetType().Name}, not a {Type.Name}."),
            PSCustomObject => new ResourceReference((PSObject)inputData!).Id,
            _ => inputData,
        };
    }
}
