using System.Management.Automation;
using Novita.Client;
using Novita.Client.Lists;
using Novita.Client.Watching;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;

namespace Novita.Commands;

/// <summary>Writes changes of prices and stock as they are seen, or waits for stock. It goes on until it is stopped.</summary>
[Cmdlet(VerbsCommon.Watch, "NovitaProduct")]
[OutputType(typeof(ProductChange))]
public sealed class WatchNovitaProductCommand : WatchCommand<Product, ProductChange>
{
    /// <summary>Names: plain text is the service's fuzzy search, text with <c>* ? [ ]</c> a wildcard. Up to 255 characters each.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ResourceNamePatternCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Whole ids. One that no product has yet is waited for.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProductIdCompleter))]
    public string[]? Id { get; set; }

    /// <summary>The id of a cluster that must have the product.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [ArgumentCompleter(typeof(ClusterIdCompleter))]
    public string? ClusterId { get; set; }

    /// <summary>
    /// The billing mode whose prices and stock are watched: <c>onDemand</c>, <c>spot</c> or <c>monthly</c>. Without it, the service
    /// shows what it offers on demand.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KnownValueCompleter<BillingMode>))]
    public string? BillingMode { get; set; }

    /// <summary>
    /// Writes only changes of what is available by then, and also what is available at the first look: <c>-Count 1</c> waits for
    /// stock.
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
                select ListRequests.Products(name.Asked, ClusterId, billingMode: mode)
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
