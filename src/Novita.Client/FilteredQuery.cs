namespace Novita.Client;

/// <summary>A query of the service, and what is decided about its rows here.</summary>
/// <param name="Query">The service's own filters.</param>
/// <param name="Filter">Which of the rows count; null for all.</param>
public sealed record FilteredQuery(InstanceQuery Query, Func<Instance, bool>? Filter);
