namespace Novita.Completion;

/// <summary>Completes ids of clusters by id or name. The clusters come from the catalog and from the known instances.</summary>
public sealed class ClusterIdCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) =>
        line.Catalog(nameof(Cluster), instance => instance.ClusterId, instance => instance.ClusterName);
}
