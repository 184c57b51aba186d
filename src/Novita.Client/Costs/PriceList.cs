using Novita.Client.Json;
using Novita.Client.Requests;

namespace Novita.Client.Costs;

/// <summary>The prices of the catalog's products, by which rates of instances are found.</summary>
public sealed class PriceList
{
    private readonly Dictionary<string, Product> _products = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CpuProduct> _cpuProducts = new(StringComparer.Ordinal);

    /// <summary>Creates a price list of products.</summary>
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

    /// <summary>Reads the catalog, or takes it from the cache.</summary>
    /// <param name="client">The client of the account.</param>
    /// <param name="withGpus">Whether products with GPUs are needed.</param>
    /// <param name="withoutGpus">Whether products without GPUs are needed.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">The catalog could not be read.</exception>
    public static async Task<PriceList> ReadAsync(NovitaClient client, bool withGpus, bool withoutGpus, CallContext call) => new(
        withGpus ? await client.Cached(ListRequests.Products()).ReadAsync(call).ConfigureAwait(false) : [],
        withoutGpus ? await client.Cached(ListRequests.CpuProducts()).ReadAsync(call).ConfigureAwait(false) : []);

    /// <summary>Returns the rate of an instance to create; null for an unknown rate.</summary>
    /// <exception cref="NovitaException">The catalog could not be read.</exception>
    public static async Task<Rate?> FindAsync(NovitaClient client, NewInstance instance, CallContext call)
    {
        var prices = await ReadAsync(client, !instance.IsCpu, instance.IsCpu, call).ConfigureAwait(false);
        var mode = instance.Month > 0 ? BillingMode.Monthly : instance.BillingMode;
        return instance.IsCpu
            ? prices.RateOfCpu(instance.ProductId)
            : prices.RateOf(instance.ProductId, instance.GpuNum ?? 1, mode, instance.Month);
    }

    /// <summary>Returns the rate of an instance; null for an unknown rate.</summary>
    /// <param name="client">The client of the instance's session.</param>
    /// <param name="id">The instance's id.</param>
    /// <param name="known">The instance; null to read the instance.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">The catalog or the instance could not be read.</exception>
    public static async Task<Rate?> FindAsync(NovitaClient client, string id, Instance? known, CallContext call)
    {
        var instance = known ?? await client.GetInstanceAsync(id, call).ConfigureAwait(false);
        var prices = await ReadAsync(client, !IsCpu(instance), IsCpu(instance), call).ConfigureAwait(false);
        return prices.RateOf(instance);
    }

    /// <summary>Returns the rate of an instance as a subscription; null for an unknown rate or no offer.</summary>
    /// <param name="client">The client of the instance's session.</param>
    /// <param name="id">The instance's id.</param>
    /// <param name="known">The instance; null to read the instance.</param>
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

    /// <summary>Whether an instance has no GPUs.</summary>
    public static bool IsCpu(Instance instance) =>
        instance.GpuNum == 0 || (instance.GpuNum is null && string.Equals(instance.Kind, "cpu", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the catalog has a product.</summary>
    public bool Contains(string productId) => _products.ContainsKey(productId) || _cpuProducts.ContainsKey(productId);

    /// <summary>
    /// Returns the rate of an instance; null for an unknown rate. An <see cref="InstanceDetail"/> has a price of its own, which is used for
    /// a product that the catalog no longer has.
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

    /// <summary>Returns the rate of a number of GPUs; null for an unknown rate or no offer.</summary>
    /// <param name="productId">The product.</param>
    /// <param name="gpus">The number of GPUs.</param>
    /// <param name="billingMode"><c>onDemand</c>, <c>spot</c> or <c>monthly</c>; null for <c>onDemand</c>.</param>
    /// <param name="months">The length of a subscription in months; null for one month.</param>
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

    /// <summary>Returns the rate of an instance without GPUs; null for an unknown rate. The service has prices on demand only.</summary>
    public Rate? RateOfCpu(string? productId, string? billingMode = null)
    {
        var isOnDemand = billingMode is null or "" or BillingMode.OnDemand;
        return isOnDemand && productId is not null && _cpuProducts.TryGetValue(productId, out var product)
            && product.Price is { } price
                ? new Rate(1, price, IsMonthly: false)
                : null;
    }

    private static Rate? OwnRate(Instance instance, int gpus) =>
        IsHourly(instance.BillingMode) && instance is InstanceDetail { InstancePrice: { } price and > 0 }
            ? new Rate(gpus, price / JsonMoney.PriceUnits, IsMonthly: false)
            : null;

    private static bool IsHourly(string? billingMode) => billingMode != BillingMode.Monthly;
}
