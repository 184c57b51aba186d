namespace Novita;

/// <summary>The statuses of an invoice that the service documents.</summary>
public sealed class InvoiceStatus : KnownValues
{
    /// <summary>Lists them.</summary>
    public InvoiceStatus()
        : base(
            new("pending", "The month is not closed"),
            new("outed", "It is issued"),
            new("paid", "It is paid"),
            new("overdue", "It was not paid in time"),
            new("voided", "It no longer counts"))
    {
    }

    /// <summary>The documented values.</summary>
    public static InvoiceStatus Values { get; } = new();
}
