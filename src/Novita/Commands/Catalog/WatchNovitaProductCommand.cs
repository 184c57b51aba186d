using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Client.Watching;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;

namespace Novita.Commands;

/// <summary>Writes changes of prices and stock until it is stopped, or waits for stock.</summary>
[Cmdlet(VerbsCommon.Watch, "NovitaProduct")]
[OutputType(typeof(ProductChange))]
public sealed class WatchNovitaProductCommand : WatchCommand<Product, ProductChange>
{
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

    /// <summary>Watches products by whole id. A product that does not exist yet is not an error.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProductIdCompleter))]
    public string[]? Id { get; set; }

    /// <summary>Watches only products of the cluster with this id.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [ArgumentCompleter(typeof(ClusterIdCompleter))]
    public string? ClusterId { get; set; }

    /// <summary>
    /// Watches prices and stock of a billing mode: <c>onDemand</c>, <c>spot</c> or <c>monthly</c>. By default the service lists the
    /// products on demand.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KnownValueCompleter<BillingMode>))]
    public string? BillingMode { get; set; }

    /// <summary>
    /// Writes only changes of products that are available after the change. Products that are available at the first reading are written
    /// too, so that <c>-Count 1</c> waits for stock.
    /// </summary>
    [Parameter]
    public SwitchParameter Available { get; set; }

    private protected override IReadOnlyList<ListRequest<Product>> Requests
    {
        get
        {
            var mode = BillingMode is null ? null : Novita.BillingMode.Values.Normalize(BillingMode);
            var requests =
                from name in TextFilter.Search(Name)
                select ListRequests.Products(name.Query, ClusterId, billingMode: mode)
                    .Where(name, product => product.Name)
                    .Where(TextFilter.Ids(Id), product => product.Id);
            return requests.ToList();
        }
    }

    private protected override Watched<Product, ProductChange> Watched => WatchedProducts.All;

    private protected override Func<Product, bool>? ReportsAtFirst => Available ? product => product.IsAvailable : null;

    private protected override Func<ProductChange, bool> MakeFilter() =>
        change => !Available || (change.IsListed && change.Product.IsAvailable);
}
