namespace Novita.Sessions;

/// <summary>What completion needs to know of a resource: nothing that could be a secret, and little memory.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name; empty for a noun without names.</param>
/// <param name="State">The state; null for a noun without states.</param>
/// <param name="Note">What else a tooltip shows; null for nothing.</param>
/// <param name="ProductId">An instance's product; null otherwise.</param>
/// <param name="ClusterId">The cluster of what runs or is stored in one; null otherwise.</param>
/// <param name="ClusterName">The name of that cluster.</param>
internal readonly record struct SeenResource(
    string Id,
    string Name,
    string? State,
    string? Note,
    string? ProductId = null,
    string? ClusterId = null,
    string? ClusterName = null)
{
    public static SeenResource Of(Resource resource) => resource is Instance instance
        ? new(instance.Id, instance.Name, instance.Status, instance.ProductName, instance.ProductId, instance.ClusterId,
            instance.ClusterName)
        : new(resource.Id, resource.Label ?? "", resource.CurrentState, resource.Note);
}
