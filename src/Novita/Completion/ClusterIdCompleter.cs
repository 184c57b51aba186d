namespace Novita.Completion;

/// <summary>
/// Completes ids of clusters: those of the catalog and those that instances show, from the beginning of the id or of the name.
/// </summary>
public sealed class ClusterIdCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) =>
        line.Catalog(nameof(Cluster), instance => instance.ClusterId, instance => instance.ClusterName);
}
