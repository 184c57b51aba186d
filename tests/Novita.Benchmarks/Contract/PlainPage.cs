namespace Novita.Benchmarks.Contract;

/// <summary>A reply of the list call as one would write it down from the contract, for bare System.Text.Json: texts stay texts.</summary>
internal sealed record PlainPage(List<PlainInstance> Instances, int Total);
