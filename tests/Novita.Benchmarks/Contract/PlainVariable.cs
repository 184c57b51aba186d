namespace Novita.Benchmarks.Contract;

/// <summary>An environment variable of an instance.</summary>
internal sealed record PlainVariable(string? Key, string? Value);
