using Novita.Client.Json;

namespace Novita;

/// <summary>The bill of one month. Money is in USD, not rounded.</summary>
public sealed class Invoice : Resource
{
    private decimal? _exactTotal;
    private decimal? _exactVoucher;
    private decimal? _exactCash;

    /// <summary>The invoice's id (contract: <c>billId</c>).</summary>
    public override string Id { get; set; } = "";

    /// <summary>The month, as <c>yyyy-MM</c> in UTC (contract: <c>billingMonth</c>).</summary>
    public string? Month { get; set; }

    /// <summary>What the month cost after discounts, in USD (contract: <c>totalAmountDecimal</c>, else <c>totalAmount</c>).</summary>
    public decimal? TotalAmount { get => _exactTotal ?? field; set; }

    /// <summary>What the month cost before discounts, in USD (contract: <c>originTotalAmount</c>).</summary>
    public decimal? OriginalAmount { get; set; }

    /// <summary>What vouchers paid, in USD (contract: <c>voucherPayAmountDecimal</c>, else <c>voucherPayAmount</c>).</summary>
    public decimal? VoucherAmount { get => _exactVoucher ?? field; set; }

    /// <summary>What the balance paid, in USD (contract: <c>cashPayAmountDecimal</c>, else <c>cashPayAmount</c>).</summary>
    public decimal? CashAmount { get => _exactCash ?? field; set; }

    /// <summary>What is not paid, in USD (contract: <c>debtAmount</c>).</summary>
    public decimal? DebtAmount { get; set; }

    /// <summary>What was paid later, in USD (contract: <c>repaidAmount</c>).</summary>
    public decimal? RepaidAmount { get; set; }

    /// <summary><c>pending</c>, <c>outed</c>, <c>paid</c>, <c>overdue</c> or <c>voided</c> (contract: <c>status</c>).</summary>
    public string? Status { get; set; }

    /// <summary>When the billed time begins, in local time (contract: <c>startTime</c>).</summary>
    public DateTime? StartTime { get; set; }

    /// <summary>
    /// When the billed time ends, in local time, exclusive (contract: <c>endTime</c>, the last second, inclusive). For the running month
    /// the service may send an end before the start.
    /// </summary>
    public DateTime? EndTime { get; set; }

    /// <summary>The address to download the invoice from; null while the invoice is not issued (contract: <c>invoiceUrl</c>).</summary>
    public string? InvoiceUrl { get; set; }

    internal static Shape<Invoice> Shape { get; } = ShapeOf<Invoice>(() => new())
        .Add("billId", (invoice, ref reader) => invoice.Id = JsonString.Read(ref reader) ?? "")
        .Add("billingMonth", (invoice, ref reader) => invoice.Month = JsonMonth.Read(ref reader))
        .Add("totalAmount", (invoice, ref reader) => invoice.TotalAmount = JsonMoney.Read(ref reader))
        .Add("originTotalAmount", (invoice, ref reader) => invoice.OriginalAmount = JsonMoney.Read(ref reader))
        .Add("voucherPayAmount", (invoice, ref reader) => invoice.VoucherAmount = JsonMoney.Read(ref reader))
        .Add("cashPayAmount", (invoice, ref reader) => invoice.CashAmount = JsonMoney.Read(ref reader))
        .Add("debtAmount", (invoice, ref reader) => invoice.DebtAmount = JsonMoney.Read(ref reader))
        .Add("status", (invoice, ref reader) => invoice.Status = JsonInternedString.Read(ref reader))
        .Add("invoiceUrl", (invoice, ref reader) => invoice.InvoiceUrl = JsonString.ReadNonEmpty(ref reader))
        .Add("startTime", (invoice, ref reader) => invoice.StartTime = JsonTime.Read(ref reader))
        .Add("endTime", (invoice, ref reader) => invoice.EndTime = BillRow.ReadEnd(ref reader))
        .Add("repaidAmount", (invoice, ref reader) => invoice.RepaidAmount = JsonMoney.Read(ref reader))
        .Add("totalAmountDecimal", (invoice, ref reader) => invoice._exactTotal = JsonDecimal.Read(ref reader))
        .Add("voucherPayAmountDecimal", (invoice, ref reader) => invoice._exactVoucher = JsonDecimal.Read(ref reader))
        .Add("cashPayAmountDecimal", (invoice, ref reader) => invoice._exactCash = JsonDecimal.Read(ref reader));

    /// <summary>Whether the row stands for a month without a bill.</summary>
    internal bool IsFiller => Id.Length == 0 && TotalAmount is null or 0 && Unreadable is null;
}
