using System.Globalization;
using Novita.Simulator.Api;
using Novita.Simulator.Areas.Clusters;
using Novita.Simulator.Generation;
using Novita.Simulator.Lives;

namespace Novita.Simulator.Areas.Catalog;

/// <summary><c>GET /products</c> and <c>GET /cpu/products</c>.</summary>
public sealed class ProductArea : IArea
{
    // Month 1 to 5 have one price, as was seen: 0.95 of the hours of 30 days.
    private const int HoursOfAMonth = 720 * 95 / 100;

    private readonly ProductOptions _options;
    private readonly ClusterArea _clusters;
    private readonly Timeline _timeline;
    private readonly Lock _lock = new();

    internal ProductArea(ProductOptions options, ClusterArea clusters, TimeProvider time)
    {
        _options = options;
        _clusters = clusters;
        _timeline = new(time);
    }

    /// <summary>The products with GPUs: at first those of the made-up fleet.</summary>
    public SimulatedRows<SimulatedProduct> Rows { get; } = new(
        from product in Catalogue.Products.Values
        where product.Kind == "gpu"
        select new SimulatedProduct
        {
            Id = product.Id,
            Name = product.Name,
            CpuPerGpu = product.Cores,
            MemoryPerGpu = product.Memory,
            Regions = ["AS-SGP-02", "US-CA-06"],
            Price = product.Price,
            SpotPrice = product.Price / 2,
            MonthlyPrice = [.. Enumerable.Range(1, 5).Select(month => new SimulatedMonthlyPrice(month, product.Price * HoursOfAMonth))],
        });

    /// <summary>The products without GPUs: at first those of the made-up fleet.</summary>
    public SimulatedRows<SimulatedCpuProduct> CpuRows { get; } = new(
        from product in Catalogue.Products.Values
        where product.Kind == "cpu"
        select new SimulatedCpuProduct
        {
            Id = product.Id,
            Name = product.Name,
            CpuNum = product.Cores,
            MemorySize = product.Memory,
            Price = product.Price,
        });

    /// <summary>Changes a product with GPUs when this much time has gone by, such as its stock.</summary>
    public void At(TimeSpan fromNow, string id, Func<SimulatedProduct, SimulatedProduct> change)
    {
        lock (_lock)
        {
            _timeline.Add(_timeline.Now + fromNow, () => Rows.Update(id, change));
        }
    }

    /// <summary>The product that an instance is made of; null when there is none.</summary>
    internal Product? Find(string id, bool isCpu) => isCpu
        ? CpuRows.Find(id) is { } cpu ? new(cpu.Id, cpu.Name, cpu.CpuNum, cpu.MemorySize, cpu.Price ?? 0, "cpu") : null
        : Rows.Find(id) is { } product ? new(product.Id, product.Name, product.CpuPerGpu, product.MemoryPerGpu, product.Price ?? 0) : null;

    void IArea.Map(RouteTable routes)
    {
        routes.List("/products", ListOptions.Whole(), query => Find(query), ToJson);
        routes.List("/cpu/products", _options.CpuList, query => FindCpu(query), ToJson);
    }

    private ReadOnlyMemory<SimulatedProduct> Find(Query query)
    {
        lock (_lock)
        {
            _timeline.CatchUp();
        }

        var name = query.Text("productName");
        var region = RegionOf(query);
        var (gpus, cores, memory, disk) =
            (query.Number("gpuNum"), query.Number("minCpuPerGpu"), query.Number("minMemoryPerGpu"), query.Number("minRootFSSize"));
        var method = query.Text("billingMethod") is { Length: > 0 } given ? given : "onDemand";

        return Rows.Snapshot().Where(product =>
            product.Name.Contains(name, StringComparison.OrdinalIgnoreCase)
            && (region is null || product.Regions.IsEmpty || product.Regions.Contains(region))
            && !(product.MaxGpuNum < gpus) && !(product.CpuPerGpu < cores) && !(product.MemoryPerGpu < memory) && !(product.MaxRootFS < disk)
            && product.BillingMethods.Contains(method)).ToArray();
    }

    private ReadOnlyMemory<SimulatedCpuProduct> FindCpu(Query query)
    {
        // Where a product without GPUs can run is not sent, so every cluster has it.
        _ = RegionOf(query);
        var name = query.Text("productName");
        return CpuRows.Snapshot().Where(product => product.Name.Contains(name, StringComparison.OrdinalIgnoreCase)).ToArray();
    }

    /// <summary>The name of the cluster that was asked for; null for any.</summary>
    private string? RegionOf(Query query) =>
        query.Text("clusterId") is { Length: > 0 } id ? _clusters.Rows.Find(id)?.Name ?? "no such cluster" : null;

    private ReadOnlyMemory<byte> ToJson(SimulatedProduct product)
    {
        var members = new Dictionary<string, object?>(product.Extra ?? []);
        Add(members, "price", product.Price);
        Add(members, "spotPrice", product.SpotPrice);
        members["monthlyPrice"] = product.MonthlyPrice.Select(offer => new { price = Wire(offer.Price), month = offer.Month });
        return (product with { Extra = members }).ToJson();
    }

    private ReadOnlyMemory<byte> ToJson(SimulatedCpuProduct product)
    {
        var members = new Dictionary<string, object?>(product.Extra ?? []);
        Add(members, "price", product.Price);
        return (product with { Extra = members }).ToJson();
    }

    private void Add(Dictionary<string, object?> members, string name, long? price)
    {
        if (price is not null || _options.NoOffer is not NoOfferForm.Absent)
        {
            members[name] = price is null && _options.NoOffer is NoOfferForm.Null ? null : Wire(price ?? 0);
        }
    }

    private object Wire(long price) => _options.Price is PriceForm.Text ? price.ToString(CultureInfo.InvariantCulture) : price;
}
