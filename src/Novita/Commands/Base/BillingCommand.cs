using System.Management.Automation;
using Novita.Client.Billing;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that reads the bills of a period.</summary>
public abstract class BillingCommand : ConnectedCommand
{
    private protected const string RangeSet = "Range";
    private protected const string MonthSet = "Month";

    /// <summary>
    /// The beginning of the period. A time without a time zone is local. A charge counts where the middle of its cycle is in the period.
    /// </summary>
    [Parameter(ParameterSetName = RangeSet)]
    public DateTime? After { get; set; }

    /// <summary>The end of the period, exclusive. Without it the period lasts until now, and the running cycle is included.</summary>
    [Parameter(ParameterSetName = RangeSet)]
    public DateTime? Before { get; set; }

    /// <summary>A month in UTC, as the invoices have it: year and month, such as <c>2026-10</c>.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MonthSet)]
    [ValidateNotNullOrEmpty]
    public string Month { get; set; } = "";

    /// <summary>Makes the period of a session, whose clock it goes by.</summary>
    /// <exception cref="NovitaException">The parameters do not go together (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    private protected BillingPeriod PeriodOf(NovitaSession session) =>
        ParameterSetName == MonthSet ? BillingPeriod.OfMonth(Month)
        : After is null && Before is null ? DefaultPeriod(session.Client.Clock.UtcNow)
        : BillingPeriod.Between(After, Before, session.Client.Clock.UtcNow);

    /// <summary>The period where none is given.</summary>
    private protected abstract BillingPeriod DefaultPeriod(DateTimeOffset now);
}
