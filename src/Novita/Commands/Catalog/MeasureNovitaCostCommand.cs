using System.Management.Automation;
using Novita.Client;
using Novita.Client.Costs;
using Novita.Client.Errors;
using Novita.Client.Requests;
using Novita.Client.Text;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Targets;

namespace Novita.Commands;

/// <summary>Estimates what running instances cost, or what an instance would cost, from the prices of the catalog.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "NovitaCost", DefaultParameterSetName = FleetSet)]
[OutputType(typeof(CostEstimate))]
public sealed class MeasureNovitaCostCommand : ConnectedCommand
{
    private const string FleetSet = "Fleet";
    private const string QuoteSet = "Quote";
    private const string WholeGroup = "All";
    private const int MaxMonths = 120;

    private static readonly Dictionary<string, Func<Instance, string?>> s_groups = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(Instance.ProductName)] = instance => instance.ProductName,
        [nameof(Instance.ClusterName)] = instance => instance.ClusterName,
        [nameof(Instance.BillingMode)] = instance => instance.BillingMode,
        [nameof(Instance.Status)] = instance => instance.Status,
        [nameof(Instance.Name)] = instance => instance.Name,
        [nameof(Instance.SessionName)] = instance => instance.SessionName,
    };

    private readonly List<Target<Instance>> _instances = [];

    /// <summary>Measures these instances. By default all instances are measured.</summary>
    [Parameter(ValueFromPipeline = true, ParameterSetName = FleetSet)]
    [ValidateNotNullOrEmpty]
    public Instance[]? InputObject { get; set; }

    /// <summary>
    /// Writes one estimate for each <c>ProductName</c>, <c>ClusterName</c>, <c>BillingMode</c>, <c>Status</c>, <c>Name</c> or
    /// <c>SessionName</c>. By default one estimate covers all instances.
    /// </summary>
    [Parameter(ParameterSetName = FleetSet)]
    [ValidateSet(
        nameof(Instance.ProductName),
        nameof(Instance.ClusterName),
        nameof(Instance.BillingMode),
        nameof(Instance.Status),
        nameof(Instance.Name),
        nameof(Instance.SessionName))]
    public string? GroupBy { get; set; }

    /// <summary>Estimates what an instance of this product would cost.</summary>
    [Parameter(Mandatory = true, ParameterSetName = QuoteSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ProductIdCompleter))]
    public string? ProductId { get; set; }

    /// <summary>Sets how many GPUs the instance would have, 1 to 8.</summary>
    [Parameter(ParameterSetName = QuoteSet)]
    [ValidateRange(1, 8)]
    public int GpuNum { get; set; } = 1;

    /// <summary>
    /// Sets the billing mode: <c>onDemand</c>, <c>spot</c> or <c>monthly</c>. The default is <c>monthly</c> with <c>-Month</c>, else
    /// <c>onDemand</c>.
    /// </summary>
    [Parameter(ParameterSetName = QuoteSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KnownValueCompleter<BillingMode>))]
    public string? BillingMode { get; set; }

    /// <summary>Sets the size of the root disk in GB. The first 60 GB are free.</summary>
    [Parameter(ParameterSetName = QuoteSet)]
    public int? RootfsSize { get; set; }

    /// <summary>Adds the total cost of this many hours, up to 120 months.</summary>
    [Parameter(ParameterSetName = QuoteSet)]
    public decimal? Hours { get; set; }

    /// <summary>
    /// Adds the total cost of this many months. Unless another billing mode is given, this is the term of a subscription.
    /// </summary>
    [Parameter(ParameterSetName = QuoteSet)]
    [ValidateRange(1, MaxMonths)]
    public int? Month { get; set; }

    private protected override void Process()
    {
        foreach (var instance in InputObject ?? [])
        {
            _instances.AddRange(Resolve<Instance>(new ResourceReference(instance)).Take(1));
        }
    }

    private protected override void End()
    {
        if (ParameterSetName == QuoteSet)
        {
            WriteObject(Quote());
        }
        else
        {
            // An empty pipeline measures no instance, and not all instances.
            var instances = InputObject is null && !MyInvocation.ExpectingInput ? ReadTargets([ListRequests.Instances()]) : _instances;
            WriteObject(Estimate(instances), enumerateCollection: true);
        }
    }

    private IEnumerable<CostEstimate> Estimate(IEnumerable<Target<Instance>> targets)
    {
        var tally = new CostTally();
        if (GroupBy is null)
        {
            tally.Begin(WholeGroup);
        }

        foreach (var session in targets.Distinct().GroupBy(target => target.Session))
        {
            var billed = session.Select(target => target.Resource!).Where(CostTally.IsBilled).ToLookup(PriceList.IsCpu);
            var prices = Await(() => PriceList.ReadAsync(session.Key.Client, billed[false].Any(), billed[true].Any(), Call));
            foreach (var target in session)
            {
                tally.Add(GroupOf(target.Resource!), target.Resource!, prices.RateOf(target.Resource!));
            }
        }

        return tally.Estimates;
    }

    private string GroupOf(Instance instance) => GroupBy is null ? WholeGroup : s_groups[GroupBy](instance) ?? "";

    private CostEstimate Quote()
    {
        if (Hours is not null && Month is not null)
        {
            throw Limits.Invalid("Hours and Month cannot be used together. Give one of them.");
        }

        if (Hours is <= 0 or > MaxMonths * Rate.HoursPerMonth)
        {
            throw Limits.Invalid($"Hours is {Hours}, but must be more than 0 and at most {MaxMonths * Rate.HoursPerMonth}.");
        }

        InstanceLimits.RootfsSize(RootfsSize);
        if (ResolveSessions() is not [var session])
        {
            throw Limits.Invalid("The prices come from one session. Name one with -Session.");
        }

        var mode = Novita.BillingMode.Values.Normalize(
            BillingMode ?? (Month is null ? Novita.BillingMode.OnDemand : Novita.BillingMode.Monthly));
        var hours = Month * Rate.HoursPerMonth ?? Hours;
        return Await(() => CostTally.QuoteAsync(session.Client, ProductId!, GpuNum, mode, Month, RootfsSize, hours, Call))
            ?? throw new NovitaException(NovitaErrorKind.NotFound, $"The catalog has no product '{VisibleText.Shorten(ProductId!, 60)}'.")
            {
                Subject = new Subject(Noun<Product>.Singular, ProductId!),
            };
    }
}
