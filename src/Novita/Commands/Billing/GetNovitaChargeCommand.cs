using System.Management.Automation;
using Novita.Client.Billing;
using Novita.Client.Requests;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;

namespace Novita.Commands;

/// <summary>Lists the charges of the account by hour, day, week or month.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaCharge", DefaultParameterSetName = RangeSet)]
[OutputType(typeof(Charge))]
public sealed class GetNovitaChargeCommand : BillingCommand
{
    /// <summary>Sets the time that one charge covers, in UTC: <c>Hour</c>, <c>Day</c>, <c>Week</c> or <c>Month</c>.</summary>
    [Parameter]
    public BillingCycle Cycle { get; set; } = BillingCycle.Day;

    /// <summary>
    /// Lists only charges of these categories. The default is all except <c>summary</c>, the service's total of the others.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(KnownValueCompleter<ChargeCategory>))]
    public string[]? Category { get; set; }

    /// <summary>Lists only charges of the instances or endpoints with these ids.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [ArgumentCompleter(typeof(NounIdCompleter<Instance>))]
    public string[]? InstanceId { get; set; }

    /// <summary>Filters by whole product name, ignoring case, or by wildcard.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ValidateLength(1, 255)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ProductNamePatternCompleter))]
    public string[]? ProductName { get; set; }

    /// <summary>Lists subscriptions and other prepaid lines instead of usage.</summary>
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

    /// <summary>Makes the query. The service filters by one plain value, to send fewer rows; every filter is applied here too.</summary>
    private ChargeQuery Query(string category) => new(category, Cycle)
    {
        IsFixedTerm = Subscription,
        OwnerId = InstanceId is [var id] ? id : null,
        ProductName = ProductName is [var name] && !WildcardPattern.ContainsWildcardCharacters(name) ? name : null,
    };
}
