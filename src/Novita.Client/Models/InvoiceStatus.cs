namespace Novita;

/// <summary>The statuses of an invoice that the service documents.</summary>
public sealed class InvoiceStatus : KnownValues
{
    /// <summary>Lists the documented values.</summary>
    public InvoiceStatus()
        : base(
            new("pending", "The month is not closed"),
            new("outed", "The invoice is issued"),
            new("paid", "The invoice is paid"),
            new("overdue", "The invoice was not paid in time"),
            new("voided", "The invoice no longer counts"))
    {
    }

    /// <summary>The documented values.</summary>
    public static InvoiceStatus Values { get; } = new();
}
