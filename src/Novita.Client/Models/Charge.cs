namespace Novita;

/// <summary>
/// One line of a bill: what one product of one owner cost in one cycle, or what one term of a subscription cost. Money is in USD, not
/// rounded.
/// </summary>
public sealed class Charge
{
    /// <summary>When it begins, in local time (contract: <c>startTime</c>).</summary>
    public DateTime? StartTime { get; set; }

    /// <summary>
    /// When it ends, in local time. The end is exclusive: the next cycle begins then (contract: <c>endTime</c>, the last second that
    /// counts).
    /// </summary>
    public DateTime? EndTime { get; set; }

    /// <summary>The category that was asked for, such as <c>gpu</c> (contract: <c>productCategory</c>).</summary>
    public string? Category { get; set; }

    /// <summary>The name of the product (contract: <c>productName</c>).</summary>
    public string? ProductName { get; set; }

    /// <summary>The id of the instance or endpoint; of the user for storage (contract: <c>ownerID</c>).</summary>
    public string? OwnerId { get; set; }

    /// <summary><c>onDemand</c>, <c>subscription</c>, <c>spot</c>, or the service's code (contract: <c>billingMethod</c>).</summary>
    public string? BillingMethod { get; set; }

    /// <summary>
    /// How much was used, in <see cref="Unit"/>; as the service sends it where the unit is not known (contract: <c>billNum0</c>,
    /// <c>billNum</c>).
    /// </summary>
    public decimal? Quantity { get; set; }

    /// <summary><c>GPU-hour</c> or <c>GB-day</c>; null where the unit is not documented. Not part of the response.</summary>
    public string? Unit { get; set; }

    /// <summary>
    /// What one <see cref="Unit"/> cost after discounts, in USD; for a subscription the price of a month (contract: <c>discountPrice0</c>,
    /// <c>basePrice</c>).
    /// </summary>
    public decimal? UnitPrice { get; set; }

    /// <summary>What it cost in all, in USD: the vouchers and the rest (contract: <c>amountDecimal</c>, else <c>amount</c>).</summary>
    public decimal? Amount { get; set; }

    /// <summary>What vouchers paid of it, in USD (contract: <c>voucherAmountDecimal</c>, else <c>voucherAmount</c>).</summary>
    public decimal? VoucherAmount { get; set; }

    /// <summary>What is left to pay, in USD (contract: <c>payableDecimal</c>, else <c>payAmount</c>).</summary>
    public decimal? PayAmount { get; set; }

    /// <summary>Whether its cycle was still open when it was read, so that the amount will grow. Not part of the response.</summary>
    public bool IsPartial { get; set; }

    /// <summary>The name of the session that it was read through. Not part of the response.</summary>
    public string? SessionName { get; set; }

    /// <summary>Whether the service sent the amount as a whole number of 1/10000 USD only, which drops what is smaller.</summary>
    internal bool IsRounded { get; set; }

    /// <summary>Everything that tells one line from another. Times are in UTC: in the autumn a local hour comes twice.</summary>
    internal object Key => (
        (StartTime?.ToUniversalTime(), EndTime?.ToUniversalTime(), Category, ProductName),
        (OwnerId, BillingMethod, Quantity, UnitPrice),
        (Amount, VoucherAmount, PayAmount));
}
