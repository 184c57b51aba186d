namespace Novita.Client.Paging;

/// <summary>One page of the list, as the service gave it.</summary>
/// <param name="Instances">The page's rows, in the service's order.</param>
/// <param name="Total">How many instances match in all, where the service says so.</param>
public sealed record InstancePage(IReadOnlyList<Instance> Instances, int? Total);
