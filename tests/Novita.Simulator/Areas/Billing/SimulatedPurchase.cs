namespace Novita.Simulator.Areas.Billing;

/// <summary>A term of a subscription that was paid for.</summary>
public sealed record SimulatedPurchase(
    string OwnerId,
    string ProductName,
    int Months,
    decimal Amount,
    DateTimeOffset From,
    DateTimeOffset To,
    DateTimeOffset BoughtAt,
    string TradeType);
