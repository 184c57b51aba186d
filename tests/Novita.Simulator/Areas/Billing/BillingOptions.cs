namespace Novita.Simulator.Areas.Billing;

/// <summary>How the calls about money behave.</summary>
public sealed class BillingOptions
{
    /// <summary>What the account can spend at first, in USD.</summary>
    public decimal Balance { get; init; } = 100_000;

    /// <summary>Whether rows have exact decimals beside the whole numbers.</summary>
    public bool Decimals { get; init; } = true;

    /// <summary>What the service's total is too high by, in USD.</summary>
    public decimal SummaryError { get; init; }

    /// <summary>How many instances were there and are gone; each has charges.</summary>
    public int Gone { get; init; } = 3;

    /// <summary>GB of storage that are charged for; 0 for none.</summary>
    public int Storage { get; init; } = 500;

    /// <summary>The most invoices in a response, whatever is asked; null for no limit.</summary>
    public int? MaxInvoices { get; init; }
}
