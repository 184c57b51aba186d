using Novita.Client.Json;

namespace Novita;

/// <summary>A payment, refund or charge of an account.</summary>
public sealed class Transaction : Resource
{
    /// <summary>The transaction's serial number (contract: <c>serialNumber</c>).</summary>
    public override string Id { get; set; } = "";

    /// <summary>The time of the transaction, in local time (contract: <c>transactionTime</c>).</summary>
    public DateTime? Time { get; set; }

    /// <summary><c>recharge</c>, <c>refund</c> or <c>consume</c> (contract: <c>transactionType</c>).</summary>
    public string? Type { get; set; }

    /// <summary>The amount in USD, with the service's number taken as cents (contract: <c>transactionAmount</c>).</summary>
    public decimal? Amount { get; set; }

    /// <summary>
    /// The service's number. The documentation calls it 1/10000 USD; real transactions are in cents (contract: <c>transactionAmount</c>).
    /// </summary>
    public decimal? RawAmount { get; set; }

    /// <summary>The transaction's state (contract: <c>state</c>).</summary>
    public string? State { get; set; }

    internal override string? CurrentState => State;

    internal static Shape<Transaction> Shape { get; } = ShapeOf<Transaction>(() => new())
        .Add("serialNumber", (transaction, ref reader) => transaction.Id = JsonString.Read(ref reader) ?? "")
        .Add("transactionTime", (transaction, ref reader) => transaction.Time = JsonTime.Read(ref reader))
        .Add("transactionType", (transaction, ref reader) => transaction.Type = JsonInternedString.Read(ref reader))
        .Add("transactionAmount", (transaction, ref reader) =>
        {
            transaction.RawAmount = JsonDecimal.Read(ref reader);
            transaction.Amount = transaction.RawAmount / JsonMoney.TransactionUnits;
        })
        .Add("state", (transaction, ref reader) => transaction.State = JsonInternedString.Read(ref reader));
}
