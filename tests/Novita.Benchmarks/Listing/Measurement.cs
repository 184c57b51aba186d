using Novita.Benchmarks.Children;

namespace Novita.Benchmarks.Listing;

/// <summary>What one way to list costs and gives: the middle of several runs, each in a fresh process.</summary>
internal sealed record Measurement(double Milliseconds, double ProcessorMilliseconds, int Requests, double PeakMegabytes, CheckResult Check);
