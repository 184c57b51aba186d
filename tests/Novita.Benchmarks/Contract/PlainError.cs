namespace Novita.Benchmarks.Contract;

/// <summary>Why an instance is unavailable.</summary>
internal sealed record PlainError(string? State, string? Message);
