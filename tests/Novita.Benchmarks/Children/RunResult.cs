namespace Novita.Benchmarks.Children;

/// <summary>What a listing cost: milliseconds, and the most memory the process ever had resident.</summary>
internal sealed record RunResult(double Milliseconds, long PeakBytes);
