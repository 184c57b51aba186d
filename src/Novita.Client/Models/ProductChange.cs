using System.Globalization;
using Novita.Client.Text;

namespace Novita;

/// <summary>A change of a price or of the stock of a product.</summary>
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

    /// <summary>The property that changed: <c>Price</c>, <c>SpotPrice</c>, <c>InventoryState</c> or <c>AvailableDeploy</c>.</summary>
    public string Property { get; }

    /// <summary>The old value, a price in USD for each GPU and hour; null for no value and for a new product.</summary>
    public object? Old { get; }

    /// <summary>The new value, a price in USD for each GPU and hour; null for no value and for a product that is not listed now.</summary>
    public object? New { get; }

    /// <summary>The time of the reading that showed the change, in local time. The change happened since the reading before.</summary>
    public DateTime Time { get; }

    /// <summary>The name of the session through which the object was seen.</summary>
    public string? SessionName => Product.SessionName;

    /// <summary>The product with its new values; a product that is no longer listed with its last values.</summary>
    internal Product Product { get; }

    /// <summary>Whether the product is still in the list.</summary>
    internal bool IsListed { get; init; } = true;

    /// <inheritdoc/>
    Resource IResourceSource.GetResource() => Product;

    /// <summary>The change as text: <c>RTX 4090 24GB (4090.16c62g): InventoryState none -> low</c>.</summary>
    public override string ToString() =>
        VisibleText.Of(string.Format(CultureInfo.InvariantCulture, "{0}: {1} {2} -> {3}", Product, Property, Old ?? "-", New ?? "-"));
}
