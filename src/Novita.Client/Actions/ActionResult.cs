namespace Novita.Client.Actions;

/// <summary>What the service said to an action that it took.</summary>
/// <param name="InstanceId">The instance; another than before, where moving gave it a new id.</param>
/// <param name="Status">The status it has now; null where the service did not say.</param>
public sealed record ActionResult(string InstanceId, string? Status);
