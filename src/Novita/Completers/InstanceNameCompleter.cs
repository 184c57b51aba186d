using Novita.Sessions;

namespace Novita.Completers;

/// <summary>Completes the names of the instances that were seen, for a parameter that takes whole names.</summary>
public class InstanceNameCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) =>
        from instance in InstanceOrder.Of(line)
        where instance.Name.Length > 0
        group instance by instance.Name into namesakes
        select new Choice(namesakes.Key, null, Describe(namesakes.ToList()));

    private static string Describe(List<SeenInstance> namesakes) => namesakes is [var only]
        ? Choice.Join(only.Id, only.Status, only.ProductName)
        : $"{namesakes.Count} instances: {string.Join(", ", namesakes.Take(3).Select(instance => instance.Id))}{(namesakes.Count > 3 ? ", ..." : "")}";
}
