using Novita.Client.Json;

namespace Novita;

/// <summary>The balance of an account, in USD. The amounts overlap: do not add them up.</summary>
public sealed class Balance
{
    /// <summary>The amount that the account can spend, in USD (contract: <c>availableBalance</c>).</summary>
    public decimal? AvailableBalance { get; set; }

    /// <summary>The rest of the money that was paid in, in USD (contract: <c>cashBalance</c>).</summary>
    public decimal? CashBalance { get; set; }

    /// <summary>The amount that the account may owe, in USD (contract: <c>creditLimit</c>).</summary>
    public decimal? CreditLimit { get; set; }

    /// <summary>Charges that are not deducted yet, in USD; at present always 0 (contract: <c>pendingCharges</c>).</summary>
    public decimal? PendingCharges { get; set; }

    /// <summary>Invoices that are not paid, in USD (contract: <c>outstandingInvoices</c>).</summary>
    public decimal? OutstandingInvoices { get; set; }

    /// <summary>The name of the session through which the object was read. Not part of the response.</summary>
    public string? SessionName { get; set; }

    internal static Shape<Balance> Shape { get; } = new Shape<Balance>(() => new())
        .Add("availableBalance", (balance, ref reader) => balance.AvailableBalance = JsonMoney.Read(ref reader))
        .Add("cashBalance", (balance, ref reader) => balance.CashBalance = JsonMoney.Read(ref reader))
        .Add("creditLimit", (balance, ref reader) => balance.CreditLimit = JsonMoney.Read(ref reader))
        .Add("pendingCharges", (balance, ref reader) => balance.PendingCharges = JsonMoney.Read(ref reader))
        .Add("outstandingInvoices", (balance, ref reader) => balance.OutstandingInvoices = JsonMoney.Read(ref reader));
}
