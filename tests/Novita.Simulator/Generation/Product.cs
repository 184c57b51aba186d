namespace Novita.Simulator.Generation;

/// <summary>What an instance is rented as; cores, memory (GB) and price (1/100000 USD an hour) are those of one GPU.</summary>
internal sealed record Product(string Id, string Name, int Cores, int Memory, long Price, string Kind = "gpu");
