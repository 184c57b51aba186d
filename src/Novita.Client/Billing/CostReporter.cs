using System.Globalization;
using Novita.Client.Errors;
using Novita.Client.Requests;

namespace Novita.Client.Billing;

/// <summary>Creates cost reports: the charges of a period, added up by group and compared with the service's own total.</summary>
public static class CostReporter
{
    /// <summary>The maximum rounding error of an amount that the service sends as a whole number, in USD.</summary>
    private const decimal MaxRounding = 0.0001m;

    private static readonly HashSet<string> s_ownedCategories = new(StringComparer.Ordinal)
    {
        ChargeCategory.Gpu, ChargeCategory.Serverless, ChargeCategory.BareMetal, "llm_dedicated_endpoint",
    };

    /// <summary>Reads the charges of a period and returns the report.</summary>
    /// <param name="client">The client of the account.</param>
    /// <param name="period">The period.</param>
    /// <param name="grouping">The grouping.</param>
    /// <param name="call">Receives events; carries the cancellation token.</param>
    /// <exception cref="NovitaException">A call failed for good.</exception>
    public static async Task<CostReading> ReadAsync(NovitaClient client, BillingPeriod period, CostGrouping grouping, CallContext call)
    {
        var usageQueries = ChargeCategory.Usage.Select(category => new ChargeQuery(category));
        var fixedTermQueries = ChargeCategory.FixedTerm.Select(category => new ChargeQuery(category) { IsFixedTerm = true });
        var usage = await ReadAsync(usageQueries).ConfigureAwait(false);
        var fixedTerm = await ReadAsync(fixedTermQueries).ConfigureAwait(false);
        var total = await ReadAsync([new ChargeQuery(ChargeCategory.Summary)]).ConfigureAwait(false);
        var fleet = grouping == CostGrouping.Instance ? await TryReadFleetAsync(client, call).ConfigureAwait(false) : null;
        return new CostReading(Group([.. usage, .. fixedTerm], grouping, fleet), Compare(usage, total));

        Task<IReadOnlyList<Charge>> ReadAsync(IEnumerable<ChargeQuery> queries) =>
            new ChargeReader(client, queries, period, call).ReadToEndAsync();
    }

    /// <summary>Adds charges up by group.</summary>
    /// <param name="charges">The charges, usage and subscriptions, without the service's total.</param>
    /// <param name="grouping">The grouping.</param>
    /// <param name="names">The names of the existing instances, by id; null for unknown names.</param>
    /// <returns>The lines, the most expensive first; days in the order of time.</returns>
    public static IReadOnlyList<CostReport> Group(
        IReadOnlyList<Charge> charges, CostGrouping grouping, IReadOnlyDictionary<string, string>? names)
    {
        var lines =
            from charge in charges
            group charge by (Group: GroupOf(charge), Category: grouping == CostGrouping.Day ? null : charge.Category) into part
            select CreateLine(part.Key.Group, part.Key.Category, [.. part], IsInstance(part.First()) ? names : null);
        return (grouping == CostGrouping.Day
            ? lines.OrderBy(line => line.Group, StringComparer.Ordinal)
            : lines.OrderByDescending(line => line.Amount).ThenBy(line => line.Group, StringComparer.Ordinal)).ToList();

        string? GroupOf(Charge charge) => grouping switch
        {
            CostGrouping.ProductName => charge.ProductName,
            CostGrouping.Category => charge.Category,
            CostGrouping.Day => charge.StartTime?.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => IsOwned(charge) ? charge.OwnerId : charge.Category,
        };

        bool IsOwned(Charge charge) => charge.OwnerId is not null && (s_ownedCategories.Contains(charge.Category ?? "") || Exists(charge));

        bool IsInstance(Charge charge) => IsOwned(charge) && (charge.Category == ChargeCategory.Gpu || Exists(charge));

        bool Exists(Charge charge) => names?.ContainsKey(charge.OwnerId!) == true;
    }

    /// <summary>Compares usage with the service's own total for the same time.</summary>
    /// <returns>The error to show where the totals differ by more than the rounding; null for equal totals.</returns>
    public static NovitaException? Compare(IReadOnlyList<Charge> usage, IReadOnlyList<Charge> total)
    {
        var rows = usage.Sum(charge => charge.Amount ?? 0);
        var control = total.Sum(charge => charge.Amount ?? 0);
        var rounding = MaxRounding * usage.Concat(total).Count(charge => charge.IsRounded);
        if (Math.Abs(rows - control) <= rounding)
        {
            return null;
        }

        var isOpen = usage.Concat(total).Any(charge => charge.IsPartial);
        return new NovitaException(
            NovitaErrorKind.TotalsDiffer,
            string.Format(
                CultureInfo.InvariantCulture,
                "The usage adds up to {0:0.##########} USD, but the service's own total of the same time is {1:0.##########} USD: "
                    + "a difference of {2:0.##########} USD.{3}",
                rows,
                control,
                rows - control,
                isOpen ? " The time is still open: charges may have come in while it was read." : ""))
        {
            Subject = new Subject("charge"),
        };
    }

    private static CostReport CreateLine(
        string? group, string? category, IReadOnlyList<Charge> charges, IReadOnlyDictionary<string, string>? names)
    {
        var gpuHours = charges.Where(charge => charge is { Unit: "GPU-hour", Quantity: not null }).ToList();
        string? name = null;
        var exists = names?.TryGetValue(group ?? "", out name);
        return new CostReport
        {
            Group = group,
            Name = name,
            Category = category,
            Amount = charges.Sum(charge => charge.Amount ?? 0),
            VoucherAmount = charges.Sum(charge => charge.VoucherAmount ?? 0),
            PayAmount = charges.Sum(charge => charge.PayAmount ?? 0),
            GpuHours = gpuHours.Count == 0 ? null : gpuHours.Sum(charge => charge.Quantity),
            Exists = exists,
            IsPartial = charges.Any(charge => charge.IsPartial),
        };
    }

    private static async Task<IReadOnlyDictionary<string, string>?> TryReadFleetAsync(NovitaClient client, CallContext call)
    {
        using var listing = client.List([ListRequests.Instances()], call);
        var reading = await listing.ReadToEndAsync().ConfigureAwait(false);
        if (!reading.IsComplete)
        {
            // Without names, because an instance that the list left out would look deleted.
            call.Report(
                ClientEventKind.Warning,
                "The list of instances is not confirmed, so names and Exists are left out. Try again later.");
            return null;
        }

        return reading.Rows
            .Where(instance => instance.Status != InstanceStatus.Removed)
            .ToDictionary(instance => instance.Id, instance => instance.Name, StringComparer.Ordinal);
    }
}
