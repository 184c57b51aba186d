using System.Management.Automation;
using Novita.Targets;

namespace Novita.Parameters;

/// <summary>Lets a parameter that takes the id of a resource take the resource itself, live or from a file.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ResourceIdAttribute : ArgumentTransformationAttribute
{
    /// <summary>Takes resources of one type.</summary>
    /// <param name="type">The type.</param>
    public ResourceIdAttribute(Type type) => Type = type;

    /// <summary>The type of the resources.</summary>
    public Type Type { get; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        return value switch
        {
            Resource resource when Type.IsInstanceOfType(resource) => resource.Id,
            Resource resource =>
                throw new ArgumentTransformationMetadataException($"'{resource.Id}' is a {resource.GetType().Name}, not a {Type.Name}."),
            PSCustomObject => new ResourceReference((PSObject)inputData!).Id,
            _ => inputData,
        };
    }
}
