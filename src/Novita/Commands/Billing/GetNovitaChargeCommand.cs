using System.Management.Automation;
using Novita.Client.Billing;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;

namespace Novita.Commands;

/// <summary>Lists what was charged, hour by hour, day by day, week by week or month by month.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaCharge", DefaultParameterSetName = RangeSet)]
[OutputType(typeof(Charge))]
public sealed class GetNovitaChargeCommand : BillingCommand
{
    /// <summary>How long the time is that one charge covers, in UTC: <c>Hour</c>, <c>Day</c>, <c>Week</c> or <c>Month</c>.</summary>
    [Parameter]
    public BillingCycle Cycle { get; set; } = BillingCycle.Day;

    /// <summary>Categories. Without it: every documented one but <c>summary</c>, which is the service's own total of the others.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KnownValueCompleter<ChargeCategory>))]
    public string[]? Category { get; set; }

    /// <summary>Ids of instances or endpoints: only their charges.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [ArgumentCompleter(typeof(NounIdCompleter<Instance>))]
    public string[]? InstanceId { get; set; }

    /// <summary>Names of products, whole and ignoring case, or wildcards.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProductNamePatternCompleter))]
    public string[]? ProductName { get; set; }

    /// <summary>Lists subscriptions and other lines of a fixed term in place of usage. They are paid in advance.</summary>
    [Parameter]
    public SwitchParameter Subscription { get; set; }

    private IEnumerable<string> Categories =>
        Category?.Select(ChargeCategory.Values.Normalize).Distinct() ?? (Subscription ? ChargeCategory.FixedTerm : ChargeCategory.Usage);

    private protected override BillingPeriod DefaultPeriod(DateTimeOffset now) => BillingPeriod.Between(null, null, now);

    private protected override void Process()
    {
        var isWanted = TextFilter.Test(ProductName);
        foreach (var session in ResolveSessions())
        {
            var charges = new ChargeReader(session.Client, Categories.Select(Query), PeriodOf(session), Call);
            for (var done = 1; Await(charges.NextAsync) is { } rows; done++)
            {
                Progress.Step(done, charges.Count, "requests for charges");
                foreach (var charge in rows.Where(charge => isWanted(charge.ProductName) && InstanceId?.Contains(charge.OwnerId) != false))
                {
                    charge.SessionName = session.Name;
                    WriteObject(charge);
                }
            }
        }
    }

    /// <summary>One plain value is asked for, which saves rows; all are decided here too.</summary>
    private ChargeQuery Query(string category) => new(category, Cycle)
    {
        IsFixedTerm = Subscription,
        OwnerId = InstanceId is [var id] ? id : null,
        ProductName = ProductName is [var name] && !WildcardPattern.ContainsWildcardCharacters(name) ? name : null,
    };
}
