namespace Novita.Simulator;

/// <summary>One element of <c>volumeMounts</c>; a member that is null is left out.</summary>
/// <param name="Type"><c>local</c> or <c>network</c>.</param>
/// <param name="Size">Capacity in GB, a string on the wire.</param>
/// <param name="MountPath">Where the instance sees it.</param>
/// <param name="Id">The network storage, for that type only.</param>
public sealed record SimulatedVolume(string? Type, int? Size, string? MountPath, string? Id = null);
