namespace Novita.Sessions;

/// <summary>What completion needs to know of an instance: nothing that could be a secret, and little that takes room.</summary>
internal readonly record struct SeenInstance(
    string Id,
    string Name,
    string Status,
    string? ProductId,
    string? ProductName,
    string? ClusterId,
    string? ClusterName)
{
    public static SeenInstance Of(Instance instance) =>
        new(instance.Id, instance.Name, instance.Status, instance.ProductId, instance.ProductName, instance.ClusterId, instance.ClusterName);
}
