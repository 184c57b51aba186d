namespace Novita.Benchmarks.Children;

/// <summary>What a listing gave: objects, different ids among them, and milliseconds to the first object.</summary>
internal sealed record CheckResult(int Count, int Distinct, double FirstMilliseconds);
