namespace Novita.Completers;

/// <summary>Completes the names of the products that were seen, for a parameter that takes wildcards.</summary>
public sealed class ProductNamePatternCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) =>
        from instance in line.Instances()
        where !string.IsNullOrEmpty(instance.ProductName)
        group instance.ProductId by instance.ProductName into ids
        orderby ids.Key
        select line.Literal(new Choice(ids.Key, null, Choice.Join([.. ids.Distinct()])));
}
