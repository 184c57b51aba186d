namespace Novita.Sessions;

/// <summary>The part of a resource that completion needs. The part has no secrets and needs little memory.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The name; empty if the noun has no names.</param>
/// <param name="State">The state; null if the noun has no states.</param>
/// <param name="Note">More text for the tooltip; may be null.</param>
/// <param name="ProductId">The product of an instance; null for other nouns.</param>
/// <param name="ClusterId">The cluster of an instance; null for other nouns.</param>
/// <param name="ClusterName">The name of the cluster.</param>
internal readonly record struct SeenResource(
    string Id,
    string Name,
    string? State,
    string? Note,
    string? ProductId = null,
    string? ClusterId = null,
    string? ClusterName = null)
{
    public static SeenResource Of(Resource resource)
    {
        var seen = new SeenResource(resource.Id, resource.Label ?? "", resource.CurrentState, resource.Note);
        return resource is Instance instance
            ? seen with
            {
                Note = instance.ProductName,
                ProductId = instance.ProductId,
                ClusterId = instance.ClusterId,
                ClusterName = instance.ClusterName,
            }
            : seen;
    }
}
