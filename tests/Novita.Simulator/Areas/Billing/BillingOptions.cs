namespace Novita.Simulator.Areas.Billing;

/// <summary>How the calls about money behave.</summary>
public sealed class BillingOptions
{
    /// <summary>What the account can spend at first, in USD.</summary>
    public decimal Balance { get; init; } = 100_000;

    /// <summary>Whether amounts and other numbers are text.</summary>
    public bool NumbersAsText { get; init; } = true;

    /// <summary>Whether rows have exact decimals beside the whole numbers.</summary>
    public bool Decimals { get; init; } = true;

    /// <summary>Whether a row whose cycle only overlaps the asked time is sent too, as a whole.</summary>
    public bool OverlappingRows { get; init; } = true;

    /// <summary>How much of each charge vouchers pay, from 0 to 1.</summary>
    public decimal VoucherShare { get; init; } = 0.25m;

    /// <summary>What the service's total is too high by, in USD.</summary>
    public decimal SummaryError { get; init; }

    /// <summary>The longest time of one request for charges.</summary>
    public TimeSpan MaxWindow { get; init; } = TimeSpan.FromDays(31);

    /// <summary>How many instances were there and are gone; each has charges.</summary>
    public int Gone { get; init; } = 3;

    /// <summary>GB of storage that are charged for; 0 for none.</summary>
    public int Storage { get; init; } = 500;

    /// <summary>The most invoices in a response, whatever is asked; null for no limit.</summary>
    public int? MaxInvoices { get; init; }

    /// <summary>Whether months without a bill are sent too, without an id.</summary>
    public bool FillerMonths { get; init; } = true;

    /// <summary>How many transactions there are at first.</summary>
    public int Transactions { get; init; } = 12;

    /// <summary>How the list of transactions pages.</summary>
    public ListOptions TransactionList { get; init; } = new() { PageParameter = "pageNo", PageBase = 1, Total = TotalForm.Text };

    /// <summary>What a GPU costs as a subscription, in USD a month.</summary>
    public decimal MonthlyPrice { get; init; } = 241.92m;
}
