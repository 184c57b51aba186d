using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Client.Text;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;

namespace Novita.Commands;

/// <summary>Lists what there is for rent, with prices and stock.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaProduct", DefaultParameterSetName = GpuSet, SupportsPaging = true)]
[OutputType(typeof(Product), ParameterSetName = [GpuSet])]
[OutputType(typeof(CpuProduct), ParameterSetName = [CpuSet])]
public sealed class GetNovitaProductCommand : ListCommand<Product>
{
    private const string GpuSet = "Gpu";
    private const string CpuSet = "Cpu";

    /// <summary>Names: plain text is the service's fuzzy search, text with <c>* ? [ ]</c> a wildcard. Up to 255 characters each.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ResourceNamePatternCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Whole ids. An id that no product has is an error.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProductIdCompleter))]
    public string[]? Id { get; set; }

    /// <summary>Lists products without GPUs.</summary>
    [Parameter(Mandatory = true, ParameterSetName = CpuSet)]
    public SwitchParameter Cpu { get; set; }

    /// <summary>The id of a cluster that must have the product.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [ArgumentCompleter(typeof(ClusterIdCompleter))]
    public string? ClusterId { get; set; }

    /// <summary>How many GPUs one instance must be able to have, 1 to 8. Prices stay those of one GPU.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    [ValidateRange(1, 8)]
    public int? GpuNum { get; set; }

    /// <summary>The smallest number of CPU cores for each GPU.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    [ValidateRange(1, int.MaxValue)]
    public int? MinCpuPerGpu { get; set; }

    /// <summary>The smallest memory for each GPU, in GB.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    [ValidateRange(1, int.MaxValue)]
    public int? MinMemoryPerGpu { get; set; }

    /// <summary>The root disk that must be possible, in GB.</summary>
    [Parameter(ParameterSetName = GpuSet)]
    [ValidateRange(1, int.MaxValue)]
    public int? MinRootfsSize { get; set; }

    /// <summary>
    /// How it must be possible to pay: <c>onDemand</c>, <c>spot</c> or <c>monthly</c>. Without it, the service lists what it offers on
    /// demand.
    /// </summary>
    [Parameter(ParameterSetName = GpuSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KnownValueCompleter<BillingMode>))]
    public string? BillingMode { get; set; }

    /// <summary>Lists only what can be deployed now and is in stock, as far as the service says.</summary>
    [Parameter]
    public SwitchParameter Available { get; set; }

    /// <summary>
    /// The highest price in USD for each GPU and hour, in the billing mode that is asked for; for each GPU and month where that is
    /// <c>monthly</c>, and for each hour of an instance with <c>-Cpu</c>. A product without a price is left out.
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
                select ListRequests.Products(name.Asked, ClusterId, GpuNum, MinCpuPerGpu, MinMemoryPerGpu, MinRootfsSize, mode)
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
        select ListRequests.CpuProducts(name.Asked, ClusterId)
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
