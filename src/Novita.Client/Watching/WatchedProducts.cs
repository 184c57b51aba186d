namespace Novita.Client.Watching;

/// <summary>The properties that a watch of products compares: prices and stock.</summary>
internal static class WatchedProducts
{
    /// <summary>All compared properties. A new product, and a product that is no longer listed, is a change of the stock.</summary>
    public static Watched<Product, ProductChange> All { get; } = new(
        [
            new(nameof(Product.Price), product => product.Price),
            new(nameof(Product.SpotPrice), product => product.SpotPrice),
            new(nameof(Product.InventoryState), product => product.InventoryState),
            new(nameof(Product.AvailableDeploy), product => product.AvailableDeploy),
        ],
        (product, property, old, @new, time) => new(product, property, old, @new, time),
        (product, time) => new(product, nameof(Product.InventoryState), null, product.InventoryState, time),
        (product, time) => new(product, nameof(Product.InventoryState), product.InventoryState, null, time) { IsListed = false });
}
