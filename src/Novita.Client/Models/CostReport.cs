namespace Novita;

/// <summary>One line of a cost report. Money is in USD, not rounded: the lines add up to the whole.</summary>
public sealed class CostReport
{
    /// <summary>What the line stands for: the id of an instance or endpoint, a product, a category, or a day (<c>yyyy-MM-dd</c>).</summary>
    public string? Group { get; set; }

    /// <summary>The name of the instance; null where there is none, and for an instance that is gone.</summary>
    public string? Name { get; set; }

    /// <summary>The category of its charges; null for a day.</summary>
    public string? Category { get; set; }

    /// <summary>What it cost in all, in USD.</summary>
    public decimal Amount { get; set; }

    /// <summary>What vouchers paid of it, in USD.</summary>
    public decimal VoucherAmount { get; set; }

    /// <summary>What is left to pay, in USD.</summary>
    public decimal PayAmount { get; set; }

    /// <summary>How many GPU-hours were used on demand and as spot; null where none were.</summary>
    public decimal? GpuHours { get; set; }

    /// <summary>Whether the instance still exists; null for a line that is not an instance.</summary>
    public bool? Exists { get; set; }

    /// <summary>Whether it holds charges whose cycle was still open, so that the amount will grow.</summary>
    public bool IsPartial { get; set; }

    /// <summary>The name of the session that it was read through.</summary>
    public string? SessionName { get; set; }
}
