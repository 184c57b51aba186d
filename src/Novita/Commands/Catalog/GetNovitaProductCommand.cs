using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Client.Text;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;

namespace Novita.Commands;

/// <summary>Lists the products for rent, with prices and stock.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaProduct", DefaultParameterSetName = GpuSet, SupportsPaging = true)]
[OutputType(typeof(Product), ParameterSetName = [GpuSet])]
[OutputType(typeof(CpuProduct), ParameterSetName = [CpuSet])]
public sealed class GetNovitaProductCommand : ListCommand<Product>
{
    private const string GpuSet = "Gpu";
    private const string CpuSet = "Cpu";

    /// <summary>
    /// Filters by name. Plain text is the service's fuzzy search, and text with <c>* ? [ ]</c> is a wildcard. A name has up to 255
    /// characters.
    /// </summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ResourceNamePatternCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Filters by whole id. An id that does not exist is the error <c>NotFound</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProductIdCompleter))]
    public string[]? Id { get; set; }

    /// <summary>Lists products without GPUs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CpuSet)]
    public SwitchParameter Cpu { get; set; }

    /// <summary>Lists only products of the cluster with this id.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [ArgumentCompleter(typeof(ClusterIdCompleter))]
    public string? ClusterId { get; set; }

    /// <summary>Lists only products of which one instance can have this many GPUs, 1 to 8. Prices stay the prices of one GPU.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    [ValidateRange(1, 8)]
    public int? GpuNum { get; set; }

    /// <summary>Lists only products with at least this many CPU cores for each GPU.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    [ValidateRange(1, int.MaxValue)]
    public int? MinCpuPerGpu { get; set; }

    /// <summary>Lists only products with at least this much memory for each GPU, in GB.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    [ValidateRange(1, int.MaxValue)]
    public int? MinMemoryPerGpu { get; set; }

    /// <summary>Lists only products that allow a root disk of this size, in GB.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    [ValidateRange(1, int.MaxValue)]
    public int? MinRootfsSize { get; set; }

    /// <summary>
    /// Lists the products of a billing mode: <c>onDemand</c>, <c>spot</c> or <c>monthly</c>. By default the service lists the products on
    /// demand.
    /// </summary>
    [Parameter(ParameterSetName = GpuSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KnownValueCompleter<BillingMode>))]
    public string? BillingMode { get; set; }

    /// <summary>Lists only products that the service reports as deployable and in stock.</summary>
    [Parameter]
    public SwitchParameter Available { get; set; }

    /// <summary>
    /// Lists only products up to this price in USD for one GPU and hour, in the given billing mode. For <c>monthly</c> it is the price of
    /// one GPU and month, and with <c>-Cpu</c> the price of one instance and hour. A product without a price is left out.
    /// </summary>
    [Parameter]
    public decimal? MaxPrice { get; set; }

    private protected override IEnumerable<ListRequest<Product>> Requests
    {
        get
        {
            var mode = BillingMode is null ? null : Novita.BillingMode.Values.Normalize(BillingMode);
            return
                from name in TextFilter.Search(Name)
                select ListRequests.Products(name.Query, ClusterId, GpuNum, MinCpuPerGpu, MinMemoryPerGpu, MinRootfsSize, mode)
                    .Where(name, product => product.Name)
                    .Where(TextFilter.Ids(Id), product => product.Id)
                    .Where(Available ? product => product.IsAvailable : null)
                    .Where(MaxPrice is { } max ? product => product.LowestPrice(mode) <= max : null);
        }
    }

    private protected override IEnumerable<string> RequiredIds => Id ?? [];

    private protected override bool HasOtherFilters =>
        Name is not null || ClusterId is not null || GpuNum is not null || MinCpuPerGpu is not null || MinMemoryPerGpu is not null
        || MinRootfsSize is not null || BillingMode is not null || Available || MaxPrice is not null;

    private IEnumerable<ListRequest<CpuProduct>> CpuRequests =>
        from name in TextFilter.Search(Name)
        select ListRequests.CpuProducts(name.Query, ClusterId)
            .Where(name, product => product.Name)
            .Where(TextFilter.Ids(Id), product => product.Id)
            .Where(Available ? product => product.AvailableDeploy != false : null)
            .Where(MaxPrice is { } max ? product => product.Price <= max : null);

    private protected override void Process()
    {
        if (MaxPrice <= 0)
        {
            throw Limits.Invalid($"MaxPrice is {Usd.Format(MaxPrice.Value)} USD, but must be more than 0.");
        }

        if (Cpu)
        {
            List(CpuRequests, new OutputRange(PagingParameters, all: true));
        }
        else
        {
            base.Process();
        }
    }
}
