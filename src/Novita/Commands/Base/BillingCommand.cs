using System.Management.Automation;
using Novita.Client.Billing;

namespace Novita.Commands.Base;

/// <summary>A cmdlet that reads the bills of a period.</summary>
public abstract class BillingCommand : ConnectedCommand
{
    private protected const string RangeSet = "Range";
    private protected const string MonthSet = "Month";

    /// <summary>
    /// Sets the beginning of the period. A time without a time zone is local. A charge belongs to the period if the middle of its cycle
    /// does.
    /// </summary>
    [Parameter(ParameterSetName = RangeSet)]
    public DateTime? After { get; set; }

    /// <summary>Sets the end of the period, exclusive. By default the period ends now and includes the current cycle.</summary>
    [Parameter(ParameterSetName = RangeSet)]
    public DateTime? Before { get; set; }

    /// <summary>Sets the period to one month in UTC, as on the invoices: year and month, such as <c>2026-10</c>.</summary>
    [Parameter(Mandatory = true, ParameterSetName = MonthSet)]
    [ValidateNotNullOrEmpty]
    public string Month { get; set; } = "";

    /// <summary>Returns the period, with the current time of the session's clock.</summary>
    /// <exception cref="NovitaException">The parameters contradict each other (<see cref="NovitaErrorKind.RequestInvalid"/>).</exception>
    private protected BillingPeriod PeriodOf(NovitaSession session) =>
        ParameterSetName == MonthSet ? BillingPeriod.OfMonth(Month)
        : After is null && Before is null ? DefaultPeriod(session.Client.Clock.UtcNow)
        : BillingPeriod.Between(After, Before, session.Client.Clock.UtcNow);

    /// <summary>Returns the period that applies without parameters.</summary>
    private protected abstract BillingPeriod DefaultPeriod(DateTimeOffset now);
}
