namespace Novita.Completion;

/// <summary>
/// Completes ids of products by id or name, and shows price and stock. The products come from the catalog and from the known instances.
/// </summary>
public sealed class ProductIdCompleter : ChoiceCompleter
{
    private protected override IEnumerable<Choice> Choices(CommandLine line) =>
        line.Catalog(line.Has("Cpu") ? nameof(CpuProduct) : nameof(Product), instance => instance.ProductId, instance => instance.Note);
}
