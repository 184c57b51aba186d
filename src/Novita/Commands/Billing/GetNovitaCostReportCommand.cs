using System.Management.Automation;
using Novita.Client.Billing;
using Novita.Commands.Base;
using Novita.Errors;

namespace Novita.Commands;

/// <summary>Reports the cost of a period by instance, product, category or day, and checks the sum.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaCostReport", DefaultParameterSetName = RangeSet)]
[OutputType(typeof(CostReport))]
public sealed class GetNovitaCostReportCommand : BillingCommand
{
    /// <summary>Writes one line for each <c>Instance</c>, <c>ProductName</c>, <c>Category</c> or <c>Day</c> in UTC.</summary>
    [Parameter]
    public CostGrouping GroupBy { get; set; } = CostGrouping.Instance;

    private protected override BillingPeriod DefaultPeriod(DateTimeOffset now) => BillingPeriod.LastMonth(now);

    private protected override void Process()
    {
        foreach (var session in ResolveSessions())
        {
            var report = Await(() => CostReporter.ReadAsync(session.Client, PeriodOf(session), GroupBy, Call));
            foreach (var line in report.Rows)
            {
                line.SessionName = session.Name;
                WriteObject(line);
            }

            if (report.Difference is { } difference)
            {
                WriteError(difference.ToErrorRecord(session.Name));
            }
        }
    }
}
