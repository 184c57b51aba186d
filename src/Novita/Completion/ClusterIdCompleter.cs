namespace Novita.Completion;

/// <summary>Completes the ids of the clusters that were seen, from the beginning of the id or of the name.</summary>
public sealed class ClusterIdCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) => line.Named(instance => instance.ClusterId, instance => instance.ClusterName);
}
