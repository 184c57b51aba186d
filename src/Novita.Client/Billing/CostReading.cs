namespace Novita.Client.Billing;

/// <summary>A cost report, compared with the service's own total.</summary>
/// <param name="Rows">The lines, the most expensive first; days in the order of time.</param>
/// <param name="Difference">The error to show after the lines where the totals differ; null for equal totals.</param>
public sealed record CostReading(IReadOnlyList<CostReport> Rows, NovitaException? Difference);
