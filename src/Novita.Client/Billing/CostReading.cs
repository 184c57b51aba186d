namespace Novita.Client.Billing;

/// <summary>A cost report, and whether it agrees with the service's own total.</summary>
/// <param name="Rows">The lines: the dearest first, days in their order.</param>
/// <param name="Difference">The error to show after the lines where the totals differ; null where they agree.</param>
public sealed record CostReading(IReadOnlyList<CostReport> Rows, NovitaException? Difference);
