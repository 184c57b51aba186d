namespace Novita.Simulator.Areas.Catalog;

/// <summary>What a product costs by subscription.</summary>
/// <param name="Month">The term in months.</param>
/// <param name="Price">1/100000 USD for each GPU and month.</param>
public sealed record SimulatedMonthlyPrice(int Month, long Price);
