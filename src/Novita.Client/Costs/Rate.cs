using Novita.Client.Text;

namespace Novita.Client.Costs;

/// <summary>What an instance costs without its storage.</summary>
/// <param name="Units">How many GPUs; 1 for an instance without GPUs.</param>
/// <param name="Price">USD for each unit, and for each hour or month.</param>
/// <param name="IsMonthly">Whether the price is that of a month: a subscription.</param>
public sealed record Rate(int Units, decimal Price, bool IsMonthly)
{
    /// <summary>How many hours count as a month.</summary>
    public const int HoursPerMonth = 730;

    private decimal Sum => Units * Price;

    /// <summary>USD for each hour.</summary>
    public decimal PerHour => IsMonthly ? Sum / HoursPerMonth : Sum;

    /// <summary>USD for each month.</summary>
    public decimal PerMonth => IsMonthly ? Sum : Sum * HoursPerMonth;

    /// <summary>Says what is about to be billed, for a prompt: <c>bill about 1.40 USD an hour (4 x 0.35)</c>.</summary>
    /// <param name="rate">The rate; null where it is not known.</param>
    /// <param name="months">How many months are paid at once; null for none.</param>
    public static string Describe(Rate? rate, int? months = null)
    {
        if (rate is null)
        {
            return "bill; the price is not known";
        }

        var factors = $"{rate.Units} x {Usd.Format(rate.Price)}";
        var atOnce = months > 0 ? $", {Usd.Format(rate.Sum * months.Value)} for {months} month{(months == 1 ? "" : "s")} at once" : "";
        var terms = rate.IsMonthly ? $" ({factors} a month{atOnce})" : rate.Units > 1 ? $" ({factors})" : "";
        return $"bill about {Usd.Format(Math.Round(rate.PerHour, rate.IsMonthly ? 2 : 5))} USD an hour{terms}";
    }
}
