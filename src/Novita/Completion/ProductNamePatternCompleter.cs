namespace Novita.Completion;

/// <summary>Completes product names of the known instances, for a parameter that accepts wildcards.</summary>
public sealed class ProductNamePatternCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) =>
        from instance in line.Resources(nameof(Instance))
        where !string.IsNullOrEmpty(instance.Note)
        group instance.ProductId by instance.Note into ids
        orderby ids.Key
        select line.Literal(new Choice(ids.Key, null, Choice.Join([.. ids.Distinct()])));
}
