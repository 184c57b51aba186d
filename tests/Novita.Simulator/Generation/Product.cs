namespace Novita.Simulator.Generation;

/// <summary>What an instance is rented as; cores and memory (GB) are those of one GPU.</summary>
internal sealed record Product(string Id, string Name, int Cores, int Memory, string Kind = "gpu");
