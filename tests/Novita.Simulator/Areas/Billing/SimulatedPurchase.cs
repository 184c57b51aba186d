namespace Novita.Simulator.Areas.Billing;

/// <summary>A term of a subscription that was paid for.</summary>
/// <param name="OwnerId">The instance.</param>
/// <param name="ProductName">The name of its product.</param>
/// <param name="Months">How many months.</param>
/// <param name="Amount">What it cost, in USD.</param>
/// <param name="From">When the term begins.</param>
/// <param name="To">When it ends.</param>
/// <param name="BoughtAt">When it was paid.</param>
/// <param name="TradeType"><c>monthly_new_buy</c> or <c>monthly_re_buy</c>.</param>
public sealed record SimulatedPurchase(
    string OwnerId,
    string ProductName,
    int Months,
    decimal Amount,
    DateTimeOffset From,
    DateTimeOffset To,
    DateTimeOffset BoughtAt,
    string TradeType);
