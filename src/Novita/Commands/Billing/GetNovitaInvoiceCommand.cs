using System.Management.Automation;
using Novita.Client.Billing;
using Novita.Client.Lists;
using Novita.Commands.Base;
using Novita.Completion;
using Novita.Lists;

namespace Novita.Commands;

/// <summary>Lists the monthly invoices.</summary>
[Cmdlet(VerbsCommon.Get, "NovitaInvoice")]
[OutputType(typeof(Invoice))]
public sealed class GetNovitaInvoiceCommand : ConnectedCommand
{
    /// <summary>Sets the first month in UTC, such as <c>2026-01</c>. The default is 2025-10, the first month of the service.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? StartMonth { get; set; }

    /// <summary>Sets the last month in UTC, such as <c>2026-10</c>. The default is the current month.</summary>
    [Parameter(Position = 1)]
    [ValidateNotNullOrEmpty]
    public string? EndMonth { get; set; }

    /// <summary>
    /// Filters by status, ignoring case, or by wildcard: <c>pending</c>, <c>outed</c>, <c>paid</c>, <c>overdue</c>, <c>voided</c>.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(KnownValueCompleter<InvoiceStatus>))]
    public string[]? Status { get; set; }

    private protected override void Process()
    {
        var isWanted = TextFilter.Test(Status);
        var unreadable = new UnreadableMembers<Invoice>();
        foreach (var session in ResolveSessions())
        {
            var invoices = Await(() => InvoiceReader.ReadAsync(session.Client, StartMonth, EndMonth, Call));
            unreadable.Add(invoices);
            WriteObject(session.Stamp<Invoice>([.. invoices.Where(invoice => isWanted(invoice.Status))]), enumerateCollection: true);
        }

        WriteUnreadable(unreadable);
    }
}
