namespace Novita.Simulator.Areas.Clusters;

/// <summary>How the cluster calls behave.</summary>
public sealed class ClusterOptions
{
    /// <summary>How the list is sent; as documented it comes whole.</summary>
    public ListOptions List { get; init; } = ListOptions.Whole();
}
