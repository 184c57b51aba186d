namespace Novita.Simulator.Areas.Billing;

/// <summary>Something that was used for a time, and is charged for.</summary>
public sealed record SimulatedUsage(string OwnerId, string Category, DateTimeOffset From, DateTimeOffset? To = null)
{
    public string ProductName { get; init; } = "RTX 4090 24GB";

    /// <summary>The kind of storage, else the product.</summary>
    public string ProductId { get; init; } = "4090.16c62g";

    /// <summary>How many GPUs, or GB.</summary>
    public int Units { get; init; } = 1;

    /// <summary>USD for a GPU-hour, or for a GB-day.</summary>
    public decimal Price { get; init; } = 0.35m;

    /// <summary>1 on demand, 4 spot.</summary>
    public int BillingMethod { get; init; } = 1;

    private decimal HourAmount => Math.Round(Units * Price / (Category == "cloud_storage" ? 24 : 1), 8);

    /// <summary>How many seconds of a time it was used.</summary>
    internal long SecondsIn(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        var (begin, end) = Clip(from, to, now);
        return end > begin ? (long)(end - begin).TotalSeconds : 0;
    }

    /// <summary>What that costs: the sum of its hours, each rounded, so that hours, days and months agree.</summary>
    internal decimal AmountIn(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        var (begin, end) = Clip(from, to, now);
        var amount = 0m;

        while (begin < end)
        {
            var hour = new DateTimeOffset(begin.UtcTicks - (begin.UtcTicks % TimeSpan.TicksPerHour), TimeSpan.Zero);
            var whole = begin == hour ? (end - begin).Ticks / TimeSpan.TicksPerHour : 0;

            if (whole > 0)
            {
                amount += whole * HourAmount;
                begin = begin.AddHours(whole);
                continue;
            }

            var next = hour.AddHours(1) < end ? hour.AddHours(1) : end;
            amount += Math.Round(HourAmount * (decimal)(next - begin).TotalSeconds / 3600, 8);
            begin = next;
        }

        return amount;
    }

    private (DateTimeOffset From, DateTimeOffset To) Clip(DateTimeOffset from, DateTimeOffset to, DateTimeOffset now)
    {
        var end = To < now ? To.Value : now;
        return (From > from ? From : from, end < to ? end : to);
    }
}
