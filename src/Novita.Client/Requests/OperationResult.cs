namespace Novita.Client.Requests;

/// <summary>The result of a change that the service accepted.</summary>
/// <param name="Id">The id of the resource; a migrated instance may have a new id.</param>
/// <param name="Status">The current status; null where the response has no status.</param>
public sealed record OperationResult(string Id, string? Status);
