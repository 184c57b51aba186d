namespace Novita.Completion;

/// <summary>
/// Completes ids of products, of the catalog and of instances, with price and stock, from the beginning of the id or of the name.
/// </summary>
public sealed class ProductIdCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) =>
        line.Catalog(line.Has("Cpu") ? nameof(CpuProduct) : nameof(Product), instance => instance.ProductId, instance => instance.Note);
}
