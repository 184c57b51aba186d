namespace Novita.Completion;

/// <summary>Completes the names of the products that were seen, for a parameter that takes wildcards.</summary>
public sealed class ProductNamePatternCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) =>
        from instance in line.Resources(nameof(Instance))
        where !string.IsNullOrEmpty(instance.Note)
        group instance.ProductId by instance.Note into ids
        orderby ids.Key
        select line.Literal(new Choice(ids.Key, null, Choice.Join([.. ids.Distinct()])));
}
