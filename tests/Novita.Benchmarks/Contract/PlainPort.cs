namespace Novita.Benchmarks.Contract;

/// <summary>A port of an instance.</summary>
internal sealed record PlainPort(int Port, string? Type);
