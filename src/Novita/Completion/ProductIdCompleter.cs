namespace Novita.Completion;

/// <summary>Completes the ids of the products that were seen, from the beginning of the id or of the name.</summary>
public sealed class ProductIdCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) => line.Named(instance => instance.ProductId, instance => instance.Note);
}
