namespace Novita.Simulator.Areas.Catalog;

/// <summary>How the product calls behave.</summary>
public sealed class ProductOptions
{
    public PriceForm Price { get; init; }

    /// <summary>How it is sent that a product has no price, or no spot price.</summary>
    public NoOfferForm NoOffer { get; init; }

    /// <summary>How the list of products without GPUs is sent: in <c>data</c>, as clients read it, or, with a null member, flat.</summary>
    public ListOptions CpuList { get; init; } = ListOptions.Whole();
}
