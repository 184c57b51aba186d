namespace Novita;

/// <summary>One line of a cost report. Money is in USD, not rounded: the lines add up to the total.</summary>
public sealed class CostReport
{
    /// <summary>The group of the line: the id of an instance or endpoint, a product, a category, or a day (<c>yyyy-MM-dd</c>).</summary>
    public string? Group { get; set; }

    /// <summary>The name of the instance; null for a deleted instance and for a line that is not an instance.</summary>
    public string? Name { get; set; }

    /// <summary>The category of the charges; null for a day.</summary>
    public string? Category { get; set; }

    /// <summary>The whole amount, in USD, vouchers included.</summary>
    public decimal Amount { get; set; }

    /// <summary>The amount that vouchers paid, in USD.</summary>
    public decimal VoucherAmount { get; set; }

    /// <summary>The amount left to pay, in USD.</summary>
    public decimal PayAmount { get; set; }

    /// <summary>The GPU-hours that were used on demand and as spot; null for a line without GPU-hours.</summary>
    public decimal? GpuHours { get; set; }

    /// <summary>Whether the instance still exists; null for a line that is not an instance.</summary>
    public bool? Exists { get; set; }

    /// <summary>Whether the cycle of a charge was open when the charge was read, so that the amount will grow.</summary>
    public bool IsPartial { get; set; }

    /// <summary>The name of the session through which the object was read.</summary>
    public string? SessionName { get; set; }
}
