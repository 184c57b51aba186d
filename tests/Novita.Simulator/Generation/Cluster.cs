namespace Novita.Simulator.Generation;

/// <summary>Where an instance runs.</summary>
internal sealed record Cluster(string Id, string? Name);
