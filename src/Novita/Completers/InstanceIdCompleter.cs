namespace Novita.Completers;

/// <summary>Completes the ids of the instances that were seen, from the beginning of the id or of the name. First come those that the command is for.</summary>
public sealed class InstanceIdCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) =>
        from instance in InstanceOrder.Of(line)
        select new Choice(instance.Id, instance.Name, Choice.Join(instance.Name, instance.Status, instance.ProductName));
}
