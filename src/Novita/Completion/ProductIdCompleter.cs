namespace Novita.Completion;

/// <summary>
/// Completes ids of products, with prices and stock: those of the catalog and those that instances show, from the beginning of the id
/// or of the name.
/// </summary>
public sealed class ProductIdCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) =>
        line.Catalog(line.Has("Cpu") ? nameof(CpuProduct) : nameof(Product), instance => instance.ProductId, instance => instance.Note);
}
