using System.Globalization;

namespace Novita.Client.Billing;

/// <summary>What a subscription will cost, as far as it can be told before: the service has no call that says it.</summary>
/// <param name="Months">For how long.</param>
/// <param name="Gpus">How many GPUs; null where that is not known.</param>
/// <param name="MonthlyPrice">What one GPU costs for one month, in USD; null where that is not known.</param>
public sealed record SubscriptionQuote(int Months, int? Gpus, decimal? MonthlyPrice)
{
    /// <summary>The sum in USD, storage not included; null where it is not known.</summary>
    public decimal? Amount => Months * Gpus * MonthlyPrice;

    /// <summary>The sum for a prompt: <c>about 868.32 USD, an estimate: 2 months x 1 GPU x 434.16 USD</c>.</summary>
    public override string ToString() => Amount is { } amount
        ? string.Format(
            CultureInfo.InvariantCulture,
            "about {0:0.00} USD, an estimate: {1} x {2} x {3:0.00##} USD",
            amount,
            Count(Months, "month"),
            Count(Gpus!.Value, "GPU"),
            MonthlyPrice)
        : "the price is not known";

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
