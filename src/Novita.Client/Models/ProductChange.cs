using System.Globalization;
using Novita.Client.Text;

namespace Novita;

/// <summary>A price or the stock of a product that is other than at the look before.</summary>
public sealed class ProductChange : IResourceSource
{
    internal ProductChange(Product product, string property, object? old, object? @new, DateTime time)
    {
        Product = product;
        Property = property;
        Old = old;
        New = @new;
        Time = time;
    }

    /// <summary>The product's id.</summary>
    public string Id => Product.Id;

    /// <summary>The product's name.</summary>
    public string Name => Product.Name;

    /// <summary>What changed: <c>Price</c>, <c>SpotPrice</c>, <c>InventoryState</c> or <c>AvailableDeploy</c>.</summary>
    public string Property { get; }

    /// <summary>What it was; a price in USD for each GPU and hour. Null for nothing, and where the product was not seen before.</summary>
    public object? Old { get; }

    /// <summary>What it is now; a price in USD for each GPU and hour. Null for nothing, and where the product is gone.</summary>
    public object? New { get; }

    /// <summary>When it was seen, in local time. It happened since the look before.</summary>
    public DateTime Time { get; }

    /// <summary>The name of the session that it was seen through.</summary>
    public string? SessionName => Product.SessionName;

    /// <summary>The product as it is now; as it was, for one that is gone.</summary>
    internal Product Product { get; }

    /// <summary>Whether the product is still in the list.</summary>
    internal bool IsListed { get; init; } = true;

    /// <inheritdoc/>
    Resource IResourceSource.GetResource() => Product;

    /// <summary>What happened, in words: <c>RTX 4090 24GB (4090.16c62g): InventoryState none -> low</c>.</summary>
    public override string ToString() =>
        VisibleText.Of(string.Format(CultureInfo.InvariantCulture, "{0}: {1} {2} -> {3}", Product, Property, Old ?? "-", New ?? "-"));
}
