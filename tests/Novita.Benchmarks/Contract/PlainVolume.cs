namespace Novita.Benchmarks.Contract;

/// <summary>Storage of an instance.</summary>
internal sealed record PlainVolume(string? Type, string? Size, string? Id, string? MountPath);
