using Novita.Client.Json;
using Novita.Client.Requests;

namespace Novita.Client.Costs;

/// <summary>Finds the rate of what runs, or could run, in the catalog of products.</summary>
public sealed class PriceList
{
    private readonly Dictionary<string, Product> _products = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CpuProduct> _cpuProducts = new(StringComparer.Ordinal);

    /// <summary>Makes a price list of products.</summary>
    public PriceList(IEnumerable<Product> products, IEnumerable<CpuProduct> cpuProducts)
    {
        foreach (var product in products)
        {
            _products[product.Id] = product;
        }

        foreach (var product in cpuProducts)
        {
            _cpuProducts[product.Id] = product;
        }
    }

    /// <summary>Reads the catalog, unless it was read lately.</summary>
    /// <param name="client">Where to read it.</param>
    /// <param name="withGpus">Whether products with GPUs are needed.</param>
    /// <param name="withoutGpus">Whether products without GPUs are needed.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">It could not be read.</exception>
    public static async Task<PriceList> ReadAsync(NovitaClient client, bool withGpus, bool withoutGpus, CallContext call) => new(
        withGpus ? await client.Cached(ListRequests.Products()).ReadAsync(call).ConfigureAwait(false) : [],
        withoutGpus ? await client.Cached(ListRequests.CpuProducts()).ReadAsync(call).ConfigureAwait(false) : []);

    /// <summary>Finds the rate of an instance that is to be created; null where it is not known.</summary>
    /// <exception cref="NovitaException">The catalog could not be read.</exception>
    public static async Task<Rate?> FindAsync(NovitaClient client, NewInstance instance, CallContext call)
    {
        var prices = await ReadAsync(client, !instance.IsCpu, instance.IsCpu, call).ConfigureAwait(false);
        return instance.IsCpu
            ? prices.RateOfCpu(instance.ProductId)
            : prices.RateOf(instance.ProductId, instance.GpuNum ?? 1, instance.Month > 0 ? BillingMode.Monthly : instance.BillingMode, instance.Month);
    }

    /// <summary>Finds the rate of an instance; null where it is not known.</summary>
    /// <param name="client">Where to read the catalog, and the instance.</param>
    /// <param name="id">The instance's id.</param>
    /// <param name="known">The instance as it was read; null to read it.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">The catalog or the instance could not be read.</exception>
    public static async Task<Rate?> FindAsync(NovitaClient client, string id, Instance? known, CallContext call)
    {
        var instance = known ?? await client.GetInstanceAsync(id, call).ConfigureAwait(false);
        var prices = await ReadAsync(client, !IsCpu(instance), IsCpu(instance), call).ConfigureAwait(false);
        return prices.RateOf(instance);
    }

    /// <summary>Finds the rate of an instance as a subscription; null where it is not known, or the product is not offered so.</summary>
    /// <param name="client">Where to read the catalog, and the instance.</param>
    /// <param name="id">The instance's id.</param>
    /// <param name="known">The instance as it was read; null to read it.</param>
    /// <param name="months">The length of the subscription.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">The catalog or the instance could not be read.</exception>
    public static async Task<Rate?> FindSubscriptionAsync(NovitaClient client, string id, Instance? known, int months, CallContext call)
    {
        var instance = known ?? await client.GetInstanceAsync(id, call).ConfigureAwait(false);
        if (IsCpu(instance) || instance.GpuNum is not { } gpus)
        {
            return null;
        }

        var prices = await ReadAsync(client, withGpus: true, withoutGpus: false, call).ConfigureAwait(false);
        return prices.RateOf(instance.ProductId, gpus, BillingMode.Monthly, months);
    }

    /// <summary>Whether an instance has no GPUs, so that its product is one without GPUs.</summary>
    public static bool IsCpu(Instance instance) =>
        instance.GpuNum == 0 || (instance.GpuNum is null && string.Equals(instance.Kind, "cpu", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether there is such a product.</summary>
    public bool Contains(string productId) => _products.ContainsKey(productId) || _cpuProducts.ContainsKey(productId);

    /// <summary>
    /// Returns the rate of an instance; null where it is not known. A detail says its own price, for a product that is gone.
    /// </summary>
    public Rate? RateOf(Instance instance)
    {
        if (IsCpu(instance))
        {
            return RateOfCpu(instance.ProductId, instance.BillingMode);
        }

        if (instance.GpuNum is not { } gpus)
        {
            return null;
        }

        return RateOf(instance.ProductId, gpus, instance.BillingMode) ?? OwnRate(instance, gpus);
    }

    /// <summary>Returns the rate of so many GPUs; null where it is not known, or the product is not offered so.</summary>
    /// <param name="productId">The product.</param>
    /// <param name="gpus">How many GPUs.</param>
    /// <param name="billingMode"><c>onDemand</c>, <c>spot</c> or <c>monthly</c>; null for <c>onDemand</c>.</param>
    /// <param name="months">The length of a subscription; null for an unknown length, which counts as one month.</param>
    public Rate? RateOf(string? productId, int gpus, string? billingMode, int? months = null)
    {
        if (productId is null || !_products.TryGetValue(productId, out var product))
        {
            return null;
        }

        var isMonthly = !IsHourly(billingMode);
        var price = isMonthly ? product.PriceOfTerm(months ?? 1) : product.LowestPrice(billingMode);
        return price is { } usd ? new Rate(gpus, usd, isMonthly) : null;
    }

    /// <summary>
    /// Returns the rate of an instance without GPUs; null where it is not known. The service tells only the price on demand.
    /// </summary>
    public Rate? RateOfCpu(string? productId, string? billingMode = null) =>
        billingMode is null or "" or BillingMode.OnDemand && productId is not null
        && _cpuProducts.TryGetValue(productId, out var product) && product.Price is { } price
            ? new Rate(1, price, false)
            : null;

    private static Rate? OwnRate(Instance instance, int gpus) =>
        IsHourly(instance.BillingMode) && instance is InstanceDetail { InstancePrice: { } price and > 0 }
            ? new Rate(gpus, price / JsonMoney.PriceUnits, false)
            : null;

    private static bool IsHourly(string? billingMode) => billingMode != BillingMode.Monthly;
}
