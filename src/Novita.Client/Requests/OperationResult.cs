namespace Novita.Client.Requests;

/// <summary>What the service answered to a change that it accepted.</summary>
/// <param name="Id">The id of the resource; a migrated instance may have a new one.</param>
/// <param name="Status">The status it has now; null where the service did not say.</param>
public sealed record OperationResult(string Id, string? Status);
