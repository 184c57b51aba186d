namespace Novita;

/// <summary>
/// One line of a bill: the cost of one product of one owner in one cycle, or of one term of a subscription. Money is in USD, not rounded.
/// </summary>
public sealed class Charge
{
    /// <summary>The start of the cycle or term, in local time (contract: <c>startTime</c>).</summary>
    public DateTime? StartTime { get; set; }

    /// <summary>
    /// The end of the cycle or term, in local time. The end is exclusive: the next cycle begins then (contract: <c>endTime</c>, the last
    /// second, inclusive).
    /// </summary>
    public DateTime? EndTime { get; set; }

    /// <summary>The category of the request, such as <c>gpu</c> (contract: <c>productCategory</c>).</summary>
    public string? Category { get; set; }

    /// <summary>The name of the product (contract: <c>productName</c>).</summary>
    public string? ProductName { get; set; }

    /// <summary>The id of the instance or endpoint; of the user for storage (contract: <c>ownerID</c>).</summary>
    public string? OwnerId { get; set; }

    /// <summary><c>onDemand</c>, <c>subscription</c>, <c>spot</c>, or the service's code (contract: <c>billingMethod</c>).</summary>
    public string? BillingMethod { get; set; }

    /// <summary>
    /// The used quantity in <see cref="Unit"/>; the service's number where the unit is null (contract: <c>billNum0</c>, <c>billNum</c>).
    /// </summary>
    public decimal? Quantity { get; set; }

    /// <summary><c>GPU-hour</c> or <c>GB-day</c>; null where the unit is not documented. Not part of the response.</summary>
    public string? Unit { get; set; }

    /// <summary>
    /// The price of one <see cref="Unit"/> after discounts, in USD; for a subscription the price of a month (contract:
    /// <c>discountPrice0</c>, <c>basePrice</c>).
    /// </summary>
    public decimal? UnitPrice { get; set; }

    /// <summary>The whole amount, in USD, vouchers included (contract: <c>amountDecimal</c>, else <c>amount</c>).</summary>
    public decimal? Amount { get; set; }

    /// <summary>The amount that vouchers paid, in USD (contract: <c>voucherAmountDecimal</c>, else <c>voucherAmount</c>).</summary>
    public decimal? VoucherAmount { get; set; }

    /// <summary>The amount left to pay, in USD (contract: <c>payableDecimal</c>, else <c>payAmount</c>).</summary>
    public decimal? PayAmount { get; set; }

    /// <summary>Whether the cycle was open when the charge was read, so that the amount will grow. Not part of the response.</summary>
    public bool IsPartial { get; set; }

    /// <summary>The name of the session through which the object was read. Not part of the response.</summary>
    public string? SessionName { get; set; }

    /// <summary>Whether the service sent the amount only rounded, as a whole number of 1/10000 USD.</summary>
    internal bool IsRounded { get; set; }

    /// <summary>The values that identify a line. Times are in UTC, because one local hour in autumn occurs twice.</summary>
    internal object Key => (
        (StartTime?.ToUniversalTime(), EndTime?.ToUniversalTime(), Category, ProductName),
        (OwnerId, BillingMethod, Quantity, UnitPrice),
        (Amount, VoucherAmount, PayAmount));
}
