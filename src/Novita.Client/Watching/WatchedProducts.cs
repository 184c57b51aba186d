namespace Novita.Client.Watching;

/// <summary>What a watch of products looks at: prices and stock.</summary>
internal static class WatchedProducts
{
    /// <summary>The properties. A product that the list begins or ceases to have is a change of its stock.</summary>
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
