namespace Novita.Client.Billing;

/// <summary>Reads invoices, from month to month: the service sends no total, and rows for months without a bill.</summary>
public static class InvoiceReader
{
    private const int MaxCount = 100;

    /// <summary>The first month for which the service has invoices.</summary>
    private const string FirstMonth = "2025-10";

    /// <summary>Reads the invoices of some months, the earliest first.</summary>
    /// <param name="client">The client of the account.</param>
    /// <param name="startMonth">The first month, <c>yyyy-MM</c>; null for the first month with invoices.</param>
    /// <param name="endMonth">The last month, <c>yyyy-MM</c>; null for the running month.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <returns>The invoices; those whose month the service does not send come first.</returns>
    /// <exception cref="NovitaException">
    /// A month is not valid, or the last is before the first (<see cref="NovitaErrorKind.RequestInvalid"/>), and nothing was sent; or the
    /// call failed.
    /// </exception>
    public static async Task<IReadOnlyList<Invoice>> ReadAsync(NovitaClient client, string? startMonth, string? endMonth, CallContext call)
    {
        var next = BillingPeriod.ParseMonth(startMonth ?? FirstMonth);
        var last = endMonth is null ? client.Clock.UtcNow : BillingPeriod.ParseMonth(endMonth);
        if (last < next)
        {
            throw Limits.Invalid(
                $"EndMonth is {BillingPeriod.ToMonth(last)}, but must not be before StartMonth, {BillingPeriod.ToMonth(next)}.");
        }

        var found = new List<Invoice>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        while (next <= last)
        {
            var rows = await client.GetInvoicesAsync(BillingPeriod.ToMonth(next), MaxCount, call).ConfigureAwait(false);
            found.AddRange(rows.Where(row => !row.IsFiller && ids.Add($"{row.Month} {row.Id}")));
            var latest = rows.Select(row => row.Month ?? "").DefaultIfEmpty("").OrderBy(month => month, StringComparer.Ordinal).Last();
            if (string.CompareOrdinal(latest, BillingPeriod.ToMonth(next)) < 0)
            {
                break;
            }

            next = BillingPeriod.ParseMonth(latest).AddMonths(1);
        }

        var (from, to) = (startMonth ?? FirstMonth, BillingPeriod.ToMonth(last));
        return found.Where(IsAsked).OrderBy(invoice => invoice.Month, StringComparer.Ordinal).ToList();

        bool IsAsked(Invoice invoice) =>
            invoice.Month is not { } month || (string.CompareOrdinal(month, from) >= 0 && string.CompareOrdinal(month, to) <= 0);
    }
}
