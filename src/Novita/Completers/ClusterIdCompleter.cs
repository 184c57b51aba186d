namespace Novita.Completers;

/// <summary>Completes the ids of the clusters that were seen, from the beginning of the id or of the name.</summary>
public sealed class ClusterIdCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) =>
        from instance in line.Instances()
        where !string.IsNullOrEmpty(instance.ClusterId)
        group instance.ClusterName by instance.ClusterId into names
        let name = names.FirstOrDefault(name => !string.IsNullOrEmpty(name))
        orderby name, names.Key
        select new Choice(names.Key, name, name ?? "");
}
