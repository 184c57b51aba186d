namespace Novita.Benchmarks.Children;

/// <summary>What a listing cost: milliseconds, milliseconds of processor time in user mode, and the most memory the process ever had resident.</summary>
internal sealed record RunResult(double Milliseconds, double ProcessorMilliseconds, long PeakBytes);
