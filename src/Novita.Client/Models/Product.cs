using System.Globalization;
using System.Text.RegularExpressions;
using Novita.Client.Json;
using Novita.Client.Text;

namespace Novita;

/// <summary>A product with GPUs: the resources and the price of each GPU, and the stock.</summary>
/// <remarks>
/// Prices are USD for one GPU; an instance costs the price times its number of GPUs. A price of 0, which means no offer, is null here.
/// </remarks>
public sealed class Product : Resource
{
    private static readonly Regex s_vram = new(@"(\d+)\s*GB\b", RegexOptions.IgnoreCase);

    /// <summary>The product's id, such as <c>4090.16c62g</c> (contract: <c>id</c>).</summary>
    public override string Id { get; set; } = "";

    /// <summary>The product's name, with the GPU model, such as <c>RTX 4090 24GB</c> (contract: <c>name</c>).</summary>
    public string Name { get; set; } = "";

    /// <summary>The memory of one GPU in GB, parsed from the name (contract: in <c>name</c>); null where the name has no size.</summary>
    public int? Vram =>
        s_vram.Match(Name) is { Success: true } match
        && int.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            ? size
            : null;

    /// <summary>USD for each GPU and hour, on demand; null for no offer (contract: <c>price</c>, in 1/100000 USD).</summary>
    public decimal? Price { get; set; }

    /// <summary>USD for each GPU and hour of a spot instance; null for no offer (contract: <c>spotPrice</c>, in 1/100000 USD).</summary>
    public decimal? SpotPrice { get; set; }

    /// <summary>USD for each GPU and month, by the length of the subscription (contract: <c>monthlyPrice</c>). Never null.</summary>
    public DisplayList<MonthlyPrice> MonthlyPrice { get => field ??= []; set; }

    /// <summary>The CPU cores for each GPU (contract: <c>cpuPerGpu</c>).</summary>
    public int? CpuPerGpu { get; set; }

    /// <summary>The memory for each GPU in GB (contract: <c>memoryPerGpu</c>).</summary>
    public int? MemoryPerGpu { get; set; }

    /// <summary>The disk space for each GPU in GB (contract: <c>diskPerGpu</c>).</summary>
    public int? DiskPerGpu { get; set; }

    /// <summary>The smallest root disk in GB (contract: <c>minRootFS</c>).</summary>
    public int? MinRootfsSize { get; set; }

    /// <summary>The largest root disk in GB (contract: <c>maxRootFS</c>).</summary>
    public int? MaxRootfsSize { get; set; }

    /// <summary>The smallest local volume in GB (contract: <c>minLocalStorage</c>).</summary>
    public int? MinLocalStorage { get; set; }

    /// <summary>The largest local volume in GB (contract: <c>maxLocalStorage</c>).</summary>
    public int? MaxLocalStorage { get; set; }

    /// <summary>The names, not the ids, of the clusters that have it; empty for all (contract: <c>regions</c>). Never null.</summary>
    public DisplayList<string> Regions { get => field ??= []; set; }

    /// <summary>
    /// The billing modes of the product: <c>onDemand</c>, <c>spot</c>, <c>monthly</c> (contract: <c>billingMethods</c>). Never null.
    /// </summary>
    public DisplayList<string> BillingMethods { get => field ??= []; set; }

    /// <summary>The stock: <c>none</c>, <c>low</c>, <c>normal</c> or <c>high</c> (contract: <c>inventoryState</c>).</summary>
    public string? InventoryState { get; set; }

    /// <summary>Whether the product can be deployed (contract: <c>availableDeploy</c>).</summary>
    public bool? AvailableDeploy { get; set; }

    /// <summary>Whether the product can be bought; not documented (contract: <c>canBuy</c>).</summary>
    public bool? CanBuy { get; set; }

    /// <summary>Whether the product can be rented now: AvailableDeploy is not false, and InventoryState is not <c>none</c>.</summary>
    public bool IsAvailable => AvailableDeploy != false && !string.Equals(InventoryState, "none", StringComparison.OrdinalIgnoreCase);

    internal override string? Label => Name;

    internal override string? Note => string.Join(", ", new[]
    {
        Price is { } price ? $"{Usd.Format(price)} USD a GPU-hour" : "no price",
        IsAvailable ? InventoryState is { } stock ? $"stock {stock}" : null : "not available",
    }.OfType<string>());

    /// <summary>Returns the lowest price in a billing mode, in USD for each GPU and hour or month; null for no offer.</summary>
    internal decimal? LowestPrice(string? billingMode) => billingMode switch
    {
        BillingMode.Spot => SpotPrice,
        BillingMode.Monthly => MonthlyPrice.Min(offer => offer.Price),
        _ => Price,
    };

    /// <summary>
    /// Returns the monthly price for a term: that of the longest offer within the term, else of the shortest offer; null for no offer.
    /// </summary>
    internal decimal? PriceOfTerm(int months)
    {
        var offers = MonthlyPrice.Where(offer => offer.Price is not null).OrderBy(offer => offer.Month).ToList();
        return (offers.FindLast(offer => offer.Month <= months) ?? offers.FirstOrDefault())?.Price;
    }

    internal static Shape<Product> Shape { get; } = ShapeOf<Product>(() => new())
        .Add("id", (product, ref reader) => product.Id = JsonString.Read(ref reader) ?? "")
        .Add("name", (product, ref reader) => product.Name = JsonString.Read(ref reader) ?? "")
        .Add("cpuPerGpu", (product, ref reader) => product.CpuPerGpu = JsonInt32.Read(ref reader))
        .Add("memoryPerGpu", (product, ref reader) => product.MemoryPerGpu = JsonInt32.Read(ref reader))
        .Add("diskPerGpu", (product, ref reader) => product.DiskPerGpu = JsonInt32.Read(ref reader))
        .Add("availableDeploy", (product, ref reader) => product.AvailableDeploy = JsonBoolean.Read(ref reader))
        .Add("minRootFS", (product, ref reader) => product.MinRootfsSize = JsonInt32.Read(ref reader))
        .Add("maxRootFS", (product, ref reader) => product.MaxRootfsSize = JsonInt32.Read(ref reader))
        .Add("minLocalStorage", (product, ref reader) => product.MinLocalStorage = JsonInt32.Read(ref reader))
        .Add("maxLocalStorage", (product, ref reader) => product.MaxLocalStorage = JsonInt32.Read(ref reader))
        .Add("regions", (product, ref reader) => product.Regions = JsonString.ReadList(ref reader))
        .Add("price", (product, ref reader) => product.Price = JsonMoney.ReadPrice(ref reader))
        .Add("monthlyPrice", (product, ref reader) => product.MonthlyPrice = Novita.MonthlyPrice.Shape.ReadDisplayList(ref reader))
        .Add("billingMethods", (product, ref reader) => product.BillingMethods = JsonString.ReadList(ref reader))
        .Add("spotPrice", (product, ref reader) => product.SpotPrice = JsonMoney.ReadPrice(ref reader))
        .Add("inventoryState", (product, ref reader) => product.InventoryState = JsonString.ReadNonEmpty(ref reader))
        .Add("canBuy", (product, ref reader) => product.CanBuy = JsonBoolean.Read(ref reader));
}
